package dev.libra.metrics.mongo;

import dev.libra.metrics.Sample;
import dev.libra.mongo.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jnosql.communication.semistructured.DeleteQuery;
import org.eclipse.jnosql.communication.semistructured.SelectQuery;

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

  private final Set<SampleHour> known = new HashSet<>();
  private final Documents documents;

  SampleStore(String uri, String database) {
    this.documents = new Documents(uri, database);
  }

  /** Stores a sample; storing it again changes nothing. */
  void write(Sample sample) {
    SampleHour hour = SampleHour.of(sample);
    if (!known.contains(hour)) {
      documents.insert(HOURS, hour.toDocument());
      known.add(hour);
    }
    documents.insert(SAMPLES, StoredSample.of(sample));
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
    hours(SelectQuery.select().from(HOURS).build())
        .filter(hour -> !hour.end().isAfter(oldest))
        .forEach(this::delete);
  }

  @Override
  public void close() {
    documents.close();
  }

  private List<SampleHour> hours(String service) {
    SelectQuery query = SelectQuery.select().from(HOURS).where("service").eq(service).build();
    return hours(query).sorted(Comparator.comparing(SampleHour::start).reversed()).toList();
  }

  private Stream<SampleHour> hours(SelectQuery query) {
    return documents.find(query).stream().map(SampleHour::of);
  }

  private List<Sample> samples(List<String> ids, Instant since) {
    SelectQuery query = SelectQuery.select().from(SAMPLES).where("_id").in(ids).build();
    return documents.find(query).stream()
        .map(StoredSample::toSample)
        .filter(sample -> !sample.at().isBefore(since))
        .sorted(Comparator.comparing(Sample::at).reversed())
        .toList();
  }

  private void delete(SampleHour hour) {
    for (List<String> ids : hour.idChunks()) {
      documents.delete(DeleteQuery.delete().from(SAMPLES).where("_id").in(ids).build());
    }
    documents.delete(DeleteQuery.delete().from(HOURS).where("_id").eq(hour.id()).build());
  }
}
