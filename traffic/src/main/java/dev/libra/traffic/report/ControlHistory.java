package dev.libra.traffic.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks control what the autoscaler did meanwhile; the newest thousand samples and decisions. */
public final class ControlHistory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int NEWEST = 1000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
  private final URI control;
  private final String token;

  public ControlHistory(URI control, String clusterToken) {
    this.control = control;
    this.token = clusterToken;
  }

  /** Replicas and decisions since the start, in s after it; without control both are empty. */
  ObjectNode since(Instant start, List<String> services) {
    ObjectNode history = JSON.createObjectNode();
    ObjectNode replicas = history.putObject("replicas");
    for (String service : services) {
      ArrayNode points = JSON.createArrayNode();
      get("/api/samples?service=" + service + "&limit=" + NEWEST)
          .ifPresent(samples -> samples.forEach(sample -> addReady(points, sample, start)));
      if (!points.isEmpty()) {
        replicas.set(service, points);
      }
    }
    ArrayNode decisions = history.putArray("decisions");
    get("/api/decisions?changes=true&limit=" + NEWEST)
        .ifPresent(all -> all.forEach(decision -> addDecision(decisions, decision, start)));
    return history;
  }

  private static void addReady(ArrayNode points, JsonNode sample, Instant start) {
    double second = second(sample, start);
    if (second >= 0) {
      points.addArray().add(second).add(sample.path("ready").asInt());
    }
  }

  private static void addDecision(ArrayNode decisions, JsonNode decision, Instant start) {
    double second = second(decision, start);
    if (second >= 0) {
      decisions
          .addObject()
          .put("s", second)
          .put("service", decision.path("service").asText())
          .put("before", decision.path("before").asInt())
          .put("applied", decision.path("applied").asInt())
          .put("sentence", decision.path("sentence").asText());
    }
  }

  private static double second(JsonNode node, Instant start) {
    Instant at = Instant.parse(node.path("at").asText("1970-01-01T00:00:00Z"));
    return Duration.between(start, at).toMillis() / 1000.0;
  }

  private Optional<JsonNode> get(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(control.resolve(path))
              .timeout(LIMIT)
              .header("Authorization", "Bearer " + token)
              .build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? Optional.of(JSON.readTree(answer.body()))
          : Optional.empty();
    } catch (IOException e) {
      // A run against a gateway without a control is a run all the same.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
