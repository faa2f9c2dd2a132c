package dev.libra.metrics.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.libra.metrics.Sample;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jnosql.communication.semistructured.CommunicationEntity;
import org.eclipse.jnosql.communication.semistructured.DeleteQuery;
import org.eclipse.jnosql.communication.semistructured.SelectQuery;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentConfiguration;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentManager;

/** The collection {@code samples}; its calls wait for MongoDB, at most some seconds. */
final class SampleStore implements AutoCloseable {
  private static final String COLLECTION = "samples";
  private static final int TIMEOUT_MS = 2000;

  private final SampleDocument documents = new SampleDocument();
  private final MongoClient client;
  private final MongoDBDocumentManager manager;

  SampleStore(String uri, String database) {
    this.client = MongoClients.create(settings(uri));
    this.manager = new MongoDBDocumentConfiguration().get(client).apply(database);
  }

  /** Stores a sample; storing it again changes nothing. */
  void write(Sample sample) {
    try {
      manager.insert(
          CommunicationEntity.of(COLLECTION, NestedElements.of(documents.toDocument(sample))));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  /** Newest first. */
  List<Sample> query(String service, Instant since, int limit) {
    SelectQuery query =
        SelectQuery.select()
            .from(COLLECTION)
            .where("_id")
            .gte(SampleDocument.id(latest(since, Instant.EPOCH), ""))
            .and("service")
            .eq(service)
            .orderBy("_id")
            .desc()
            .limit(limit)
            .build();
    try (var found = manager.select(query)) {
      return found
          .map(entity -> documents.toSample(NestedElements.toMap(entity.elements())))
          .toList();
    }
  }

  void deleteBefore(Instant oldest) {
    manager.delete(
        DeleteQuery.delete()
            .from(COLLECTION)
            .where("_id")
            .lt(SampleDocument.id(oldest, ""))
            .build());
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

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
