package dev.libra.decision.mongo;

import dev.libra.fleet.ReplicaState;
import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;

/** The sample inside a decision's document. */
final class SampleDocument {

  private SampleDocument() {}

  static Document of(Sample sample) {
    if (sample == null) {
      return null;
    }
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

  static Sample toSample(String service, Fields sample) {
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
