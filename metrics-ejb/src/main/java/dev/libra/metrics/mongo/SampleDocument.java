package dev.libra.metrics.mongo;

import dev.libra.fleet.ReplicaState;
import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import dev.libra.spool.SpoolCodec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;

/**
 * How a sample is stored and spooled.
 *
 * <pre>{"_id": "search-1767225600", "service": "search", "at": ISODate(…),
 * "requestsPerSecond": 40.5, "meanMs": 31.0, "p95Ms": 55.0, "p99Ms": 80.0, "errorRate": 0.0, "cpu": 0.6,
 * "memoryBytes": 200000000, "inFlight": 3, "replicas": [{"replica": "search-1", "state": "ready",
 * "cpu": 0.6, "memoryBytes": 200000000, "inFlight": 3, "startedAt": …, "readySince": …, "heardAt": …}]}
 * </pre>
 *
 * <p>The id is the service and the second, so that storing a sample again changes nothing; a
 * service has at most one sample per second.
 */
final class SampleDocument implements SpoolCodec<Sample> {

  static String id(String service, Instant at) {
    return service + "-" + at.getEpochSecond();
  }

  @Override
  public String encode(Sample sample) {
    return toDocument(sample).toJson();
  }

  @Override
  public Sample decode(String line) {
    return toSample(Document.parse(line));
  }

  Document toDocument(Sample sample) {
    return new Document("_id", id(sample.service(), sample.at()))
        .append("service", sample.service())
        .append("at", Date.from(sample.at()))
        .append("requestsPerSecond", sample.requestsPerSecond())
        .append("meanMs", sample.meanMs())
        .append("p95Ms", sample.p95Ms())
        .append("p99Ms", sample.p99Ms())
        .append("errorRate", sample.errorRate())
        .append("cpu", sample.cpu())
        .append("memoryBytes", sample.memoryBytes())
        .append("inFlight", sample.inFlight())
        .append("replicas", sample.replicas().stream().map(SampleDocument::toDocument).toList());
  }

  Sample toSample(Map<String, ?> document) {
    return new Sample(
        (String) document.get("service"),
        instant(document, "at"),
        decimal(document, "requestsPerSecond"),
        decimal(document, "meanMs"),
        decimal(document, "p95Ms"),
        decimal(document, "p99Ms"),
        decimal(document, "errorRate"),
        decimal(document, "cpu"),
        number(document, "memoryBytes").longValue(),
        number(document, "inFlight").intValue(),
        replicas(document.get("replicas")));
  }

  private static Document toDocument(ReplicaSample replica) {
    return new Document("replica", replica.replica())
        .append("state", replica.state().name().toLowerCase(Locale.ROOT))
        .append("cpu", replica.cpu())
        .append("memoryBytes", replica.memoryBytes())
        .append("inFlight", replica.inFlight())
        .append("startedAt", Date.from(replica.startedAt()))
        .append("readySince", date(replica.readySince()))
        .append("heardAt", date(replica.heardAt()));
  }

  @SuppressWarnings("unchecked")
  private static List<ReplicaSample> replicas(Object documents) {
    // JNoSQL stores an empty list of documents as an empty document.
    return documents instanceof List<?> list
        ? list.stream().map(d -> toReplica((Map<String, ?>) d)).toList()
        : List.of();
  }

  private static ReplicaSample toReplica(Map<String, ?> document) {
    return new ReplicaSample(
        (String) document.get("replica"),
        ReplicaState.valueOf(((String) document.get("state")).toUpperCase(Locale.ROOT)),
        decimal(document, "cpu"),
        number(document, "memoryBytes").longValue(),
        number(document, "inFlight").intValue(),
        instant(document, "startedAt"),
        instant(document, "readySince"),
        instant(document, "heardAt"));
  }

  private static double decimal(Map<String, ?> document, String field) {
    return number(document, field).doubleValue();
  }

  private static Number number(Map<String, ?> document, String field) {
    if (document.get(field) instanceof Number number) {
      return number;
    }
    throw new IllegalArgumentException(field + " must be a number, was: " + document.get(field));
  }

  private static Instant instant(Map<String, ?> document, String field) {
    return document.get(field) instanceof Date date ? date.toInstant() : null;
  }

  private static Date date(Instant instant) {
    return instant == null ? null : Date.from(instant);
  }
}
