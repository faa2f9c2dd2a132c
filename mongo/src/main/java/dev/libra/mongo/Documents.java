package dev.libra.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jnosql.communication.semistructured.CommunicationEntity;
import org.eclipse.jnosql.communication.semistructured.DeleteQuery;
import org.eclipse.jnosql.communication.semistructured.SelectQuery;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentConfiguration;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentManager;

/**
 * Documents of one database, as nested maps; calls wait for MongoDB, at most some seconds, and
 * throw a {@link com.mongodb.MongoException} when it doesn't answer.
 */
public final class Documents implements AutoCloseable {
  private static final int TIMEOUT_MS = 2000;

  private final MongoClient client;
  private final MongoDBDocumentManager manager;

  /**
   * @param uri MongoDB's connection string; the times it sets win over the 2 s to connect and 10 s
   *     to answer
   */
  public Documents(String uri, String database) {
    this.client = MongoClients.create(settings(uri));
    this.manager = new MongoDBDocumentConfiguration().get(client).apply(database);
  }

  /** Stores a document unless there is one with its {@code _id}: storing again changes nothing. */
  public void insert(String collection, Map<String, ?> document) {
    try {
      manager.insert(CommunicationEntity.of(collection, Elements.of(document)));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  /** Sets fields of the document with this id, if there is one. */
  public void set(String collection, String id, Map<String, ?> fields) {
    Optional<CommunicationEntity> found =
        manager.singleResult(SelectQuery.select().from(collection).where("_id").eq(id).build());
    found.ifPresent(
        entity -> {
          Elements.of(fields).forEach(entity::add);
          manager.update(entity);
        });
  }

  /** What the query finds, in its order. */
  public List<Fields> find(SelectQuery query) {
    try (Stream<CommunicationEntity> found = manager.select(query)) {
      return found.map(e -> new Fields(Elements.toDocument(e.elements()))).toList();
    }
  }

  public void delete(DeleteQuery query) {
    manager.delete(query);
  }

  @Override
  public void close() {
    client.close();
  }

  private static MongoClientSettings settings(String uri) {
    return MongoClientSettings.builder()
        .applyToClusterSettings(c -> c.serverSelectionTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS))
        .applyToSocketSettings(
            s ->
                s.connectTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .readTimeout(5 * TIMEOUT_MS, TimeUnit.MILLISECONDS))
        // Last: what the operator's address says about timeouts wins.
        .applyConnectionString(new ConnectionString(uri))
        .build();
  }
}
