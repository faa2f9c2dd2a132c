package dev.libra.ui.traffic;

import dev.libra.load.RunRequest;
import dev.libra.load.RunStatus;
import dev.libra.load.ScenarioInfo;
import dev.libra.load.TrafficControl;
import dev.libra.load.TrafficUnavailableException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Calls the control API of the traffic process; docs/contracts.md lists its calls. */
final class HttpTrafficControl implements TrafficControl {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
  private final URI base;
  private final String token;

  HttpTrafficControl(URI base, String clusterToken) {
    this.base = base;
    this.token = clusterToken;
  }

  @Override
  public List<ScenarioInfo> scenarios() {
    return objects(send("GET", "/scenarios", null)).stream().map(TrafficJson::scenario).toList();
  }

  @Override
  public List<RunStatus> runs() {
    return objects(send("GET", "/runs", null)).stream().map(TrafficJson::run).toList();
  }

  @Override
  public RunStatus start(RunRequest request) {
    return TrafficJson.run(read(send("POST", "/runs", TrafficJson.of(request))).asJsonObject());
  }

  @Override
  public void stop(String runId) {
    send("DELETE", "/runs/" + runId, null);
  }

  private String send(String method, String path, JsonObject body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return checked(answer);
    } catch (IOException e) {
      throw new TrafficUnavailableException("traffic at " + base + " can't be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrafficUnavailableException("interrupted", e);
    }
  }

  private String checked(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status < 300) {
      return answer.body();
    }
    if (status == 400 || status == 404 || status == 409) {
      throw new IllegalArgumentException(
          read(answer.body()).asJsonObject().getString("detail", "refused"));
    }
    throw new TrafficUnavailableException("traffic at " + base + " answered " + status, null);
  }

  private static List<JsonObject> objects(String json) {
    return read(json).asJsonArray().getValuesAs(JsonObject.class);
  }

  private static JsonValue read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    } catch (JsonException e) {
      throw new TrafficUnavailableException("traffic answered no JSON", e);
    }
  }
}
