package dev.libra.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.libra.gateway.control.RealControl;
import dev.libra.gateway.jwt.Issuer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Tokens and the access log, in a real Liberty. */
class EdgeIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path home;

  private static RealControl control;
  private static TestReplica replica;
  private static Issuer issuer;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    control = new RealControl(0);
    replica = new TestReplica("a", 0);
    issuer = new Issuer();
    gateway =
        RunningGateway.start(
            home,
            control.port(),
            Map.of(
                "LIBRA_GATEWAY_ROUTES_OPEN",
                "/open " + replica.url(),
                "LIBRA_GATEWAY_ROUTES_VAULT",
                "/vault " + replica.url(),
                "LIBRA_GATEWAY_JWT_ROUTES",
                "vault",
                "LIBRA_GATEWAY_JWT_JWKS_URL",
                issuer.keys().toString(),
                "LIBRA_GATEWAY_JWT_ISSUER",
                Issuer.NAME,
                "LIBRA_GATEWAY_JWT_AUDIENCES",
                "shop",
                "LIBRA_GATEWAY_ACCESS_LOG",
                "logs/access.log"));
    gateway.awaitHealth("ready", 200);
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    control.close();
    replica.close();
    issuer.close();
  }

  @BeforeEach
  void forget() {
    replica.calls().clear();
  }

  @Test
  void aRouteThatWantsATokenPassesNothingWithoutOne() throws Exception {
    HttpResponse<String> answer = gateway.get("/vault/echo");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(post("/vault/echo", "x".repeat(70_000), "Bearer x").statusCode()).isEqualTo(401);
    assertThat(post("/vault/echo", "x", "Bearer x").statusCode()).isEqualTo(401);
    assertThat(replica.calls()).isEmpty();
    assertThat(gateway.get("/open/echo").statusCode()).isEqualTo(200);
  }

  @Test
  void aGoodTokenPassesAndReachesTheReplica() throws Exception {
    String bearer = bearer();
    assertThat(post("/vault/echo", "hello", bearer).body()).contains(bearer, "\n\nhello");
    issuer.rotate();
    String rotated = bearer();
    assertThat(post("/vault/count", "x".repeat(70_000), rotated).body()).isEqualTo("70000");
    for (int i = 0; i < 20; i++) {
      assertThat(gateway.send(with(rotated, "/vault/echo")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void requestsAreLoggedWithTheirTraceAndWithoutTheirQuery() throws Exception {
    HttpResponse<String> answer =
        gateway.send(gateway.request("/open/echo?secret=1").header("traceparent", TRACE));
    assertThat(answer.body()).containsIgnoringCase("traceparent: " + TRACE);
    gateway.get("/nowhere/logged");

    await().until(() -> line("/nowhere/logged") != null && line("/open/echo") != null);
    JsonNode passed = JSON.readTree(line(TRACE));
    assertThat(passed.path("status").asInt()).isEqualTo(200);
    assertThat(passed.path("path").asText()).isEqualTo("/open/echo");
    assertThat(passed.path("bytes").asInt()).isEqualTo(answer.body().length());
    assertThat(passed.path("complete").asBoolean()).isTrue();
    assertThat(passed.path("ms").asDouble()).isPositive();
    assertThat(JSON.readTree(line("/nowhere/logged")).path("status").asInt()).isEqualTo(404);
    assertThat(line("secret")).isNull();
  }

  private static String line(String part) throws Exception {
    List<String> lines = Files.readAllLines(home.resolve("logs/access.log"));
    return lines.stream().filter(line -> line.contains(part)).findFirst().orElse(null);
  }

  private static String bearer() {
    return "Bearer " + issuer.sign(Issuer.claims(Instant.now().plusSeconds(60)).build());
  }

  private static HttpRequest.Builder with(String authorization, String path) {
    return gateway.request(path).header("Authorization", authorization);
  }

  private static HttpResponse<String> post(String path, String body, String authorization)
      throws Exception {
    return gateway.send(with(authorization, path).POST(BodyPublishers.ofString(body)));
  }
}
