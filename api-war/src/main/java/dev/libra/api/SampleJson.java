package dev.libra.api;

import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Writes samples. */
final class SampleJson {
  static final List<String> FIGURES =
      List.of("rps", "meanMs", "p95Ms", "p99Ms", "errorRate", "cpu", "memoryBytes", "inFlight");

  private SampleJson() {}

  static JsonObjectBuilder of(Sample sample) {
    JsonArrayBuilder replicas = Json.createArrayBuilder();
    sample.replicas().stream().map(SampleJson::of).forEach(replicas::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("service", sample.service())
            .add("at", sample.at().toString());
    addFigures(json, sample);
    return json.add("ready", sample.ready())
        .add("starting", sample.starting())
        .add("draining", sample.draining())
        .add("replicas", replicas);
  }

  static void addFigures(JsonObjectBuilder json, Sample sample) {
    json.add("rps", sample.requestsPerSecond())
        .add("meanMs", sample.meanMs())
        .add("p95Ms", sample.p95Ms())
        .add("p99Ms", sample.p99Ms())
        .add("errorRate", sample.errorRate())
        .add("cpu", sample.cpu())
        .add("memoryBytes", sample.memoryBytes())
        .add("inFlight", sample.inFlight());
  }

  private static JsonObjectBuilder of(ReplicaSample replica) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("replica", replica.replica())
            .add("state", replica.state().name().toLowerCase(Locale.ROOT))
            .add("cpu", replica.cpu())
            .add("memoryBytes", replica.memoryBytes())
            .add("inFlight", replica.inFlight());
    addTime(json, "startedAt", replica.startedAt());
    addTime(json, "readySince", replica.readySince());
    addTime(json, "heardAt", replica.heardAt());
    return json;
  }

  private static void addTime(JsonObjectBuilder json, String name, Instant time) {
    if (time != null) {
      json.add(name, time.toString());
    }
  }
}
