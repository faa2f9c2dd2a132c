package dev.libra.api;

import dev.libra.control.Agreement;
import dev.libra.control.Mode;
import dev.libra.control.ServiceStatus;
import dev.libra.metrics.Sample;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** Writes a service's status; without a sample yet its figures are null. */
final class StatusJson {

  private StatusJson() {}

  static JsonObjectBuilder of(ServiceStatus status) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", status.service().name())
            .add("desired", status.desired())
            .add("ready", status.ready())
            .add("starting", status.starting())
            .add("draining", status.draining());
    addFigures(json, status.sample());
    json.add("sloMs", status.service().sloMs())
        .add("policy", status.policy().name())
        .add("policyVersion", status.policy().version())
        .add("policyDigest", status.policy().digest())
        .add("standIn", status.standIn())
        .add("agreements", agreements(status))
        .add("mode", status.mode().kind().label())
        .add("costPerHour", status.costPerHour())
        .add("cost", status.cost())
        .add("stale", status.stale());
    if (status.mode().kind() == Mode.Kind.MANUAL) {
      json.add("manualReplicas", status.mode().replicas());
    }
    return json;
  }

  private static JsonArrayBuilder agreements(ServiceStatus status) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (Agreement agreement : status.agreements()) {
      list.add(
          Json.createObjectBuilder()
              .add("role", agreement.role())
              .add("policy", DecisionJson.of(agreement.policy()))
              .add("acting", DecisionJson.of(agreement.acting()))
              .add("compared", agreement.compared())
              .add("agreed", agreement.agreed())
              .add("standIn", agreement.stoodIn()));
    }
    return list;
  }

  private static void addFigures(JsonObjectBuilder json, Sample sample) {
    if (sample != null) {
      SampleJson.addFigures(json, sample);
      return;
    }
    for (String figure : SampleJson.FIGURES) {
      json.addNull(figure);
    }
  }
}
