package dev.libra.ui.traffic;

import dev.libra.load.RunRequest;
import dev.libra.load.RunStatus;
import dev.libra.load.ScenarioInfo;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Locale;

/** The bodies of the traffic process's control API. */
final class TrafficJson {
  private TrafficJson() {}

  static ScenarioInfo scenario(JsonObject json) {
    return new ScenarioInfo(
        json.getString("name"),
        json.getString("description"),
        number(json, "durationS"),
        json.getJsonArray("preview").getValuesAs(JsonNumber::doubleValue));
  }

  static RunStatus run(JsonObject json) {
    return new RunStatus(
        json.getString("id"),
        json.getString("scenario"),
        json.isNull("service") ? null : json.getString("service"),
        RunStatus.State.valueOf(json.getString("state").toUpperCase(Locale.ROOT)),
        Instant.parse(json.getString("startedAt")),
        number(json, "elapsedS"),
        number(json, "durationS"),
        number(json, "intendedRps"),
        number(json, "achievedRps"),
        number(json, "failedShare"),
        number(json, "p50Ms"),
        number(json, "p95Ms"),
        number(json, "p99Ms"));
  }

  static JsonObject of(RunRequest request) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("scenario", request.scenario())
            .add("rateScale", request.rateScale())
            .add("timeScale", request.timeScale());
    if (request.service() != null) {
      json.add("service", request.service());
    }
    if (request.durationS() != null) {
      json.add("durationS", request.durationS());
    }
    return json.build();
  }

  private static double number(JsonObject json, String name) {
    return json.getJsonNumber(name).doubleValue();
  }
}
