package dev.libra.service.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.libra.service.problem.ProblemDetail;
import dev.libra.service.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.eclipse.jnosql.communication.semistructured.CommunicationEntity;
import org.eclipse.jnosql.communication.semistructured.Element;
import org.eclipse.jnosql.communication.semistructured.SelectQuery;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentConfiguration;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentManager;

/**
 * Documents by id. While MongoDB is away each call fails within some seconds with a problem (503).
 */
public final class Store implements AutoCloseable {
  private static final int TIMEOUT_MS = 2000;

  private final MongoClient client;
  private final MongoDBDocumentManager manager;
  private final String database;

  public Store(StoreSettings settings) {
    this.client = MongoClients.create(clientSettings(settings.uri()));
    this.database = settings.database();
    this.manager = new MongoDBDocumentConfiguration().get(client).apply(database);
  }

  /**
   * Stores a new document; only one of several that race for an id succeeds.
   *
   * @return whether it is stored: false if there is one with this id
   */
  public boolean insert(String collection, String id, Map<String, Object> fields) {
    return call(
        () -> {
          try {
            manager.insert(entity(collection, id, fields));
            return true;
          } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
              return false;
            }
            throw e;
          }
        });
  }

  /** Replaces the document with this id. */
  public void replace(String collection, String id, Map<String, Object> fields) {
    call(() -> manager.update(entity(collection, id, fields)));
  }

  public Optional<Map<String, Object>> find(String collection, String id) {
    SelectQuery query = SelectQuery.select().from(collection).where("_id").eq(id).build();
    return call(() -> manager.singleResult(query).map(CommunicationEntity::toMap));
  }

  /** Throws if the store doesn't answer. */
  public void ping() {
    call(() -> client.getDatabase(database).runCommand(new Document("ping", 1)));
  }

  @Override
  public void close() {
    client.close();
  }

  private static <T> T call(Supplier<T> action) {
    try {
      return action.get();
    } catch (MongoException e) {
      throw new ProblemException(
          ProblemDetail.of(
              "store-unavailable", "Store unavailable", 503, "the store does not answer"),
          e);
    }
  }

  private static CommunicationEntity entity(
      String collection, String id, Map<String, Object> fields) {
    Stream<Element> elements =
        fields.entrySet().stream().map(field -> Element.of(field.getKey(), field.getValue()));
    List<Element> all = Stream.concat(Stream.of(Element.of("_id", id)), elements).toList();
    return CommunicationEntity.of(collection, all);
  }

  private static MongoClientSettings clientSettings(String uri) {
    return MongoClientSettings.builder()
        .applyToClusterSettings(c -> c.serverSelectionTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS))
        .applyToSocketSettings(
            s ->
                s.connectTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .readTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS))
        // Last: what the operator's address says about timeouts wins.
        .applyConnectionString(new ConnectionString(uri))
        .build();
  }
}
