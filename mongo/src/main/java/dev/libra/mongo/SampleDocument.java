package dev.libra.mongo;

import dev.libra.fleet.ReplicaState;
import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;

/**
 * A sample as a document, without its id and its service.
 *
 * <pre>{"at": ISODate(…), "requestsPerSecond": 40.5, "meanMs": 31.0, "p95Ms": 55.0, "p99Ms": 80.0,
 * "errorRate": 0.0, "cpu": 0.6, "memoryBytes": 200000000, "inFlight": 3, "replicas": [{"replica":
 * "search-1", "state": "ready", "cpu": 0.6, "memoryBytes": 200000000, "inFlight": 3, "startedAt": …,
 * "readySince": …, "heardAt": …}]}</pre>
 */
public final class SampleDocument {

  private SampleDocument() {}

  public static Document of(Sample sample) {
    return new Document("at", Date.from(sample.at()))
        .append("requestsPerSecond", sample.requestsPerSecond())
        .append("meanMs", sample.meanMs())
        .append("p95Ms", sample.p95Ms())
        .append("p99Ms", sample.p99Ms())
        .append("errorRate", sample.errorRate())
        .append("cpu", sample.cpu())
        .append("memoryBytes", sample.memoryBytes())
        .append("inFlight", sample.inFlight())
        .append("replicas", sample.replicas().stream().map(SampleDocument::ofReplica).toList());
  }

  public static Sample toSample(String service, Fields sample) {
    return new Sample(
        service,
        sample.instant("at"),
        sample.decimal("requestsPerSecond"),
        sample.decimal("meanMs"),
        sample.decimal("p95Ms"),
        sample.decimal("p99Ms"),
        sample.decimal("errorRate"),
        sample.decimal("cpu"),
        sample.whole("memoryBytes"),
        sample.integer("inFlight"),
        sample.list("replicas").stream().map(SampleDocument::toReplica).toList());
  }

  private static Document ofReplica(ReplicaSample replica) {
    return new Document("replica", replica.replica())
        .append("state", replica.state().name().toLowerCase(Locale.ROOT))
        .append("cpu", replica.cpu())
        .append("memoryBytes", replica.memoryBytes())
        .append("inFlight", replica.inFlight())
        .append("startedAt", date(replica.startedAt()))
        .append("readySince", date(replica.readySince()))
        .append("heardAt", date(replica.heardAt()));
  }

  private static ReplicaSample toReplica(Fields replica) {
    return new ReplicaSample(
        replica.text("replica"),
        ReplicaState.valueOf(replica.text("state").toUpperCase(Locale.ROOT)),
        replica.decimal("cpu"),
        replica.whole("memoryBytes"),
        replica.integer("inFlight"),
        replica.instant("startedAt"),
        replica.instant("readySince"),
        replica.instant("heardAt"));
  }

  private static Date date(Instant instant) {
    return instant == null ? null : Date.from(instant);
  }
}
