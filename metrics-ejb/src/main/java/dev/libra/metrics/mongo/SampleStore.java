package dev.libra.metrics.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.libra.metrics.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.eclipse.jnosql.communication.semistructured.CommunicationEntity;
import org.eclipse.jnosql.communication.semistructured.DeleteQuery;
import org.eclipse.jnosql.communication.semistructured.SelectQuery;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentConfiguration;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentManager;

/**
 * The collections {@code samples} and {@code sample_hours}; its calls wait for MongoDB, at most
 * some seconds.
 *
 * <p>The embedded store finds documents fast by equal ids only, and reads a whole collection for
 * anything else, ranges on ids too. So a sample's id is its service and second: what may be there
 * can be listed, and {@link SampleHour} says which hours are worth it.
 */
final class SampleStore implements AutoCloseable {
  private static final String SAMPLES = "samples";
  private static final String HOURS = "sample_hours";
  private static final int TIMEOUT_MS = 2000;

  private final SampleDocument documents = new SampleDocument();
  private final Set<SampleHour> known = new HashSet<>();
  private final MongoClient client;
  private final MongoDBDocumentManager manager;

  SampleStore(String uri, String database) {
    this.client = MongoClients.create(settings(uri));
    this.manager = new MongoDBDocumentConfiguration().get(client).apply(database);
  }

  /** Stores a sample; storing it again changes nothing. */
  void write(Sample sample) {
    SampleHour hour = SampleHour.of(sample);
    if (!known.contains(hour)) {
      insert(HOURS, hour.toDocument());
      known.add(hour);
    }
    insert(SAMPLES, documents.toDocument(sample));
  }

  /** Newest first. */
  List<Sample> query(String service, Instant since, int limit) {
    List<Sample> found = new ArrayList<>();
    for (SampleHour hour : hours(service)) {
      for (List<String> ids : hour.idChunks()) {
        if (found.size() >= limit || hour.end().isBefore(since)) {
          break;
        }
        found.addAll(samples(ids, since));
      }
    }
    return found.stream().limit(limit).toList();
  }

  /** Deletes all whole hours before this moment. */
  void deleteBefore(Instant oldest) {
    try (Stream<SampleHour> all = hours(SelectQuery.select().from(HOURS).build())) {
      all.filter(hour -> !hour.end().isAfter(oldest)).toList().forEach(this::delete);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private void insert(String collection, Document document) {
    try {
      manager.insert(CommunicationEntity.of(collection, NestedElements.of(document)));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  private List<SampleHour> hours(String service) {
    SelectQuery query = SelectQuery.select().from(HOURS).where("service").eq(service).build();
    try (Stream<SampleHour> hours = hours(query)) {
      return hours.sorted(Comparator.comparing(SampleHour::start).reversed()).toList();
    }
  }

  private Stream<SampleHour> hours(SelectQuery query) {
    return manager.select(query).map(e -> SampleHour.of(NestedElements.toMap(e.elements())));
  }

  private List<Sample> samples(List<String> ids, Instant since) {
    SelectQuery query = SelectQuery.select().from(SAMPLES).where("_id").in(ids).build();
    try (Stream<CommunicationEntity> found = manager.select(query)) {
      return found
          .map(entity -> documents.toSample(NestedElements.toMap(entity.elements())))
          .filter(sample -> !sample.at().isBefore(since))
          .sorted(Comparator.comparing(Sample::at).reversed())
          .toList();
    }
  }

  private void delete(SampleHour hour) {
    for (List<String> ids : hour.idChunks()) {
      manager.delete(DeleteQuery.delete().from(SAMPLES).where("_id").in(ids).build());
    }
    manager.delete(DeleteQuery.delete().from(HOURS).where("_id").eq(hour.id()).build());
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
