package dev.libra.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.libra.traffic.engine.EngineSettings;
import dev.libra.traffic.run.RunSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficServerTest {
  private static final String TOKEN = "a-cluster-token-of-this-test";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path home;
  private FakeShop shop;
  private TrafficServer server;

  @BeforeEach
  void start() throws IOException {
    shop = new FakeShop();
    server =
        new TrafficServer(
            new TrafficSettings(
                "127.0.0.1",
                0,
                new RunSettings(List.of(EngineSettings.to(shop.url())), 1000, home, null),
                TOKEN));
  }

  @AfterEach
  void stop() {
    server.close();
    shop.close();
  }

  @Test
  void listsTheScenariosWithTheirCurves() throws Exception {
    JsonNode scenarios = json(call("GET", "/scenarios", TOKEN, null));
    assertThat(scenarios.findValuesAsText("name"))
        .startsWith("default", "constant", "ramp", "spike")
        .contains("retry-storm", "flash-sale", "rush");
    assertThat(scenarios.get(3).path("preview")).hasSize(60);
  }

  @Test
  void runsAScenarioUntilItIsStopped() throws Exception {
    HttpResponse<String> started =
        call("POST", "/runs", TOKEN, "{\"scenario\":\"constant\",\"service\":\"search\"}");
    assertThat(started.statusCode()).isEqualTo(201);
    String id = json(started).path("id").asText();
    await().until(() -> shop.calls("search") > 20);
    assertThat(state()).isEqualTo("running");
    assertThat(call("DELETE", "/runs/" + id, TOKEN, null).statusCode()).isEqualTo(204);
    await().until(() -> state().equals("stopped"));
    assertThat(shop.calls("payment")).isZero();
  }

  @Test
  void theMixReachesEveryService() throws Exception {
    call("POST", "/runs", TOKEN, "{\"scenario\":\"constant\",\"rateScale\":4,\"durationS\":3}");
    await().atMost(Duration.ofSeconds(40)).until(() -> state().equals("finished"));
    assertThat(shop.calls("search")).isGreaterThan(shop.calls("recommendation"));
    assertThat(shop.calls("recommendation")).isGreaterThan(shop.calls("payment"));
    assertThat(shop.calls("payment")).isPositive();
    JsonNode run = json(call("GET", "/runs", TOKEN, null)).get(0);
    assertThat(run.path("failedShare").asDouble()).isZero();
    assertThat(run.path("void").isBoolean()).isTrue();
    assertThat(Path.of(run.path("directory").asText(), "summary.json")).exists();
    assertThat(call("GET", run.path("report").asText(), TOKEN, null).body())
        .contains("Libra – run report", "\"scenario\":\"constant\"")
        .doesNotContain("libra-data");
  }

  @Test
  void aGatewayThatIsAwayFailsTheRun() throws Exception {
    shop.close();
    call("POST", "/runs", TOKEN, "{\"scenario\":\"constant\"}");
    await().until(() -> state().equals("failed"));
  }

  @Test
  void wantsTheClusterToken() throws Exception {
    assertThat(call("GET", "/scenarios", null, null).statusCode()).isEqualTo(401);
    assertThat(call("POST", "/runs", TOKEN + "x", "{}").statusCode()).isEqualTo(401);
    assertThat(call("GET", "/health", null, null).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"scenario\":\"flood\"}|scenario must be one of [default, constant, ramp, spike,",
        "{\"scenario\":\"spike\",\"service\":\"nobody\"}|service must be one of",
        "{\"scenario\":\"spike\",\"rateScale\":-1}|rateScale must be between 0.001 and 1000.0, was: -1.0",
        "{\"scenario\":\"spike\",\"rateScale\":100}|the rate must not exceed 1000.0 requests/s",
        "{\"scenario\":\"spike\",\"target\":\"http://elsewhere\"}|target must be one of libra.traffic.targets",
        "{\"scenario\":\"spike\",\"chaos\":\"explode:search@1s\"}|must begin with one of [kill, pause",
        "{\"scenario\":\"spike\",\"chaos\":\"pause:search@1s\"}|duration of pause",
        "{}|scenario must match",
        "[]|the body is not a run",
        "{|the body is not a run"
      })
  void refusesWhatItDoesNotAllow(String body, String detail) throws Exception {
    HttpResponse<String> answer = call("POST", "/runs", TOKEN, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).path("detail").asText()).contains(detail);
  }

  @Test
  void knowsNoOtherCall() throws Exception {
    assertThat(call("DELETE", "/runs/run-99", TOKEN, null).statusCode()).isEqualTo(404);
    assertThat(call("GET", "/", TOKEN, null).statusCode()).isEqualTo(404);
  }

  private String state() throws Exception {
    return json(call("GET", "/runs", TOKEN, null)).get(0).path("state").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> call(String method, String path, String token, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
