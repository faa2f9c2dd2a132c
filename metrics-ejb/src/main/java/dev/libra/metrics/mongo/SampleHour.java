package dev.libra.metrics.mongo;

import dev.libra.metrics.Sample;
import dev.libra.mongo.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * An hour in which a service has samples.
 *
 * <pre>{"_id": "search-1767225600", "service": "search", "start": ISODate(…)}</pre>
 */
record SampleHour(String service, Instant start) {
  private static final Duration LENGTH = Duration.ofHours(1);
  private static final int CHUNK_SECONDS = 300;

  static SampleHour of(Sample sample) {
    return new SampleHour(sample.service(), sample.at().truncatedTo(ChronoUnit.HOURS));
  }

  static SampleHour of(Fields document) {
    return new SampleHour(document.text("service"), document.instant("start"));
  }

  Document toDocument() {
    return new Document("_id", id()).append("service", service).append("start", Date.from(start));
  }

  String id() {
    return StoredSample.id(service, start);
  }

  Instant end() {
    return start.plus(LENGTH);
  }

  /** The ids that samples of this hour may have, newest first. */
  List<List<String>> idChunks() {
    List<List<String>> chunks = new ArrayList<>();
    for (Instant to = end(); to.isAfter(start); to = to.minusSeconds(CHUNK_SECONDS)) {
      chunks.add(ids(to));
    }
    return chunks;
  }

  private List<String> ids(Instant to) {
    List<String> ids = new ArrayList<>();
    for (int seconds = 1; seconds <= CHUNK_SECONDS; seconds++) {
      ids.add(StoredSample.id(service, to.minusSeconds(seconds)));
    }
    return ids;
  }
}
