package dev.libra.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API as its callers see it, in a managed Liberty, on core's in-memory adapters. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApiIT {
  private static final String TOKEN = "0123456789abcdefghijklmnopqrstuvwxyz_-ABCDE";

  private final HttpClient http = HttpClient.newHttpClient();

  @Deployment(testable = false)
  static EnterpriseArchive deployment() throws IOException {
    EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, "api.ear");
    File libraries = new File(System.getProperty("libra.it.libraries"));
    for (File library : Objects.requireNonNull(libraries.listFiles())) {
      ear.addAsLibrary(library);
    }
    return ear.addAsLibrary(beans())
        .addAsModule(
            ShrinkWrap.createFromZipFile(
                WebArchive.class, new File(System.getProperty("libra.it.war"))));
  }

  private static JavaArchive beans() throws IOException {
    Path token =
        Files.writeString(Path.of(System.getProperty("libra.it.tmp"), "cluster-token"), TOKEN);
    return ShrinkWrap.create(JavaArchive.class, "test-beans.jar")
        .addPackage("dev.libra")
        .addClass(PortsForTest.class)
        .addClass(PortsForTest.class.getName() + "$1")
        .addClass(PortsForTest.class.getName() + "$OneReplica")
        .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsManifestResource(
            new StringAsset("libra.cluster-token-file=" + token + "\n"),
            "microprofile-config.properties");
  }

  @Test
  @Order(1)
  void beforeTheFleetIsKnownTheListIsUnavailable() throws Exception {
    HttpResponse<String> answer = send(get("upstreams"));
    assertProblem(answer, 503, "the fleet is not known yet: keep the last list");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
  }

  @Test
  @Order(2)
  void aHeartbeatIsTakenAndItsReplicaListed() throws Exception {
    String heartbeat =
        """
        {"kind":"heartbeat","replica":"search-1","service":"search","url":"http://127.0.0.1:9201",
         "state":"ready","cpu":0.42,"memoryBytes":1,"inFlight":3,"concurrency":8,
         "at":"2026-01-01T00:00:00Z"}
        """;
    assertThat(send(post("metrics/update", heartbeat)).statusCode()).isEqualTo(204);
    HttpResponse<String> list = send(get("upstreams"));
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(object(list).getJsonObject("services").getJsonArray("search").toString())
        .isEqualTo(
            "[{\"replica\":\"search-1\",\"url\":\"http://127.0.0.1:9201\",\"state\":\"ready\","
                + "\"concurrency\":8}]");
    String tag = list.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).isEqualTo("\"" + object(list).getJsonNumber("version") + "\"");
    assertThat(send(get("upstreams").header("If-None-Match", tag)).statusCode()).isEqualTo(304);
    assertThat(send(get("upstreams").header("If-None-Match", "\"1\"")).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void theTokenIsNeeded() throws Exception {
    HttpRequest.Builder without = HttpRequest.newBuilder(uri("status"));
    HttpResponse<String> answer = send(without);
    assertProblem(answer, 401, "the cluster token is missing or wrong");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    String wrong = "Bearer " + TOKEN.replace('0', '1');
    assertThat(send(without.header("Authorization", wrong)).statusCode()).isEqualTo(401);
    assertThat(send(HttpRequest.newBuilder(uri("nothing"))).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(4)
  void theStatusHasTheContractsNames() throws Exception {
    JsonObject service = object(send(get("status"))).getJsonArray("services").getJsonObject(0);
    assertThat(service.keySet())
        .contains(
            "name",
            "desired",
            "ready",
            "starting",
            "draining",
            "rps",
            "meanMs",
            "p95Ms",
            "p99Ms",
            "errorRate",
            "cpu",
            "memoryBytes",
            "inFlight",
            "sloMs",
            "policy",
            "policyDigest",
            "standIn",
            "agreements",
            "mode",
            "costPerHour",
            "cost");
    assertThat(service.getString("mode")).isEqualTo("active");
    assertThat(service.getJsonNumber("rps").intValue()).isEqualTo(50);
  }

  @Test
  @Order(5)
  void listsDecisionsAndSamplesNewestFirst() throws Exception {
    JsonArray decisions = array(send(get("decisions?service=search&limit=1")));
    assertThat(decisions).hasSize(1);
    assertThat(decisions.getJsonObject(0).getString("at")).isEqualTo("2026-01-01T00:00:02Z");
    JsonObject opinion = decisions.getJsonObject(0).getJsonArray("opinions").getJsonObject(0);
    assertThat(opinion.getString("role")).isEqualTo("candidate");
    assertThat(opinion.getJsonObject("proposal").getJsonObject("terms")).containsKey("p(up)");
    JsonArray earlier = array(send(get("decisions?before=2026-01-01T00:00:02Z")));
    assertThat(earlier.getJsonObject(0).getString("sentence"))
        .isEqualTo("hpa scaled search 1 → 3: CPU 92 % of 60 % target");
    JsonArray samples = array(send(get("samples?service=search")));
    assertThat(samples).hasSize(2);
    assertThat(samples.getJsonObject(0).getString("at")).isEqualTo("2026-01-01T00:00:02Z");
  }

  @Test
  @Order(6)
  void switchesTheMode() throws Exception {
    String manual = "{\"mode\":\"manual\",\"replicas\":2}";
    assertThat(send(put("services/search/mode", manual)).statusCode()).isEqualTo(204);
    JsonObject service = object(send(get("status"))).getJsonArray("services").getJsonObject(0);
    assertThat(service.getString("mode")).isEqualTo("manual");
    assertProblem(send(put("services/x/mode", manual)), 404, "there is no service x");
    assertProblem(
        send(put("services/search/mode", "{\"mode\":\"manual\",\"replicas\":7}")),
        400,
        "search may have 1 to 6 replicas, was: 7");
    assertProblem(
        send(put("services/search/mode", "{\"mode\":\"off\"}")),
        400,
        "mode must be one of [active, paused, manual, shadow], was: \"off\"");
  }

  @Test
  @Order(6)
  void loadsAnArtifact() throws Exception {
    String path = "services/search/policy";
    String candidate = "{\"artifact\":\"next.zip\",\"role\":\"candidate\"}";
    assertThat(send(put(path, "{\"artifact\":\"next.zip\"}")).statusCode()).isEqualTo(204);
    assertThat(send(put(path, candidate)).statusCode()).isEqualTo(204);
    assertThat(send(put("services/search/mode", "{\"mode\":\"shadow\"}")).statusCode())
        .isEqualTo(204);
    assertProblem(
        send(put(path, "{\"artifact\":\"bad.zip\"}")), 400, "policy artifact bad.zip was refused");
    assertProblem(send(put(path, "{}")), 400, "artifact must be a string, was: missing");
    assertProblem(
        send(put(path, "{\"artifact\":\"next.zip\",\"role\":\"boss\"}")),
        400,
        "role must be one of [active, candidate]");
    assertProblem(send(put("services/x/policy", candidate)), 404, "there is no service x");
  }

  @Test
  @Order(7)
  void everyErrorIsAProblem() throws Exception {
    assertProblem(send(post("metrics/update", "{\"kind\":\"x\"}")), 400, "kind must be");
    assertProblem(send(get("decisions?limit=0")), 400, "limit must be between 1 and 1000");
    assertProblem(send(get("decisions?before=now")), 400, "before must be an ISO-8601 instant");
    assertProblem(send(get("samples")), 400, "service must match");
    assertProblem(send(get("nothing")), 404, "");
    assertProblem(send(post("status", "{}")), 405, "");
    assertProblem(send(authorized("metrics/update").POST(BodyPublishers.ofString("{}"))), 415, "");
    assertProblem(
        send(post("metrics/update", "x".repeat((4 << 20) + 1))), 413, "the body may have at most");
  }

  @Test
  @Order(8)
  void healthNeedsNoToken() throws Exception {
    for (String check : new String[] {"started", "ready", "live"}) {
      HttpRequest.Builder health = HttpRequest.newBuilder(uri("").resolve("/health/" + check));
      assertThat(send(health).statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder get(String path) {
    return authorized(path);
  }

  private static HttpRequest.Builder post(String path, String body) {
    return json(path).POST(BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder put(String path, String body) {
    return json(path).PUT(BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder json(String path) {
    return authorized(path).header("Content-Type", "application/json");
  }

  private static HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN);
  }

  private static URI uri(String path) {
    // Without an application.xml, a WAR's context root is its file's name.
    return URI.create(
        "http://127.0.0.1:" + System.getProperty("libra.it.port") + "/libra-api/" + path);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(object(answer).getInt("status")).isEqualTo(status);
    assertThat(object(answer).getString("detail")).startsWith(detail);
  }

  private static JsonObject object(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private static JsonArray array(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readArray();
  }
}
