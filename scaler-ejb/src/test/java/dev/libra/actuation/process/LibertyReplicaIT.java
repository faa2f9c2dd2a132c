package dev.libra.actuation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.libra.actuation.Actuator;
import dev.libra.fleet.Heartbeat;
import dev.libra.fleet.LiveFleet;
import dev.libra.fleet.ReplicaHealth;
import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.ServiceSpec;
import dev.libra.process.LibraHome;
import dev.libra.process.MarkedProcess;
import dev.libra.process.Ports;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.Processes;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Liberty from the shipped template, with the exporter in a WAR of one page. */
class LibertyReplicaIT {
  private static final ServiceSpec SEARCH = new ServiceSpec("search", 1, 2, 300, 8, 60, 0.25, 0.05);

  @TempDir Path directory;
  private LibraHome home;
  private HttpServer control;
  private LiveFleet fleet;
  private ProcessActuation actuation;

  @BeforeEach
  void open() throws IOException {
    home = new LibraHome(directory);
    Files.createDirectories(home.secrets());
    Files.writeString(home.secrets().resolve("metrics-password"), "not-secret");
    Files.writeString(home.secrets().resolve("cluster-token"), "token-of-this-test");
    Files.createDirectories(home.wlp().getParent());
    Files.createSymbolicLink(home.wlp(), Path.of(System.getProperty("libra.test.wlp")));
    writeWar(Files.createDirectories(home.apps()).resolve("search.war"));
    fleet = new LiveFleet(Clock.systemUTC(), Duration.ZERO, Duration.ofSeconds(10));
    control = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    control.createContext("/api/metrics/update", this::accept);
    control.start();
    actuation = actuation();
  }

  @AfterEach
  void close() throws InterruptedException {
    actuation.close();
    for (MarkedProcess left : MarkedProcess.of(home)) {
      Processes.stop(left.record(), Duration.ofSeconds(20));
    }
    control.stop(0);
  }

  @Test
  void startsServesAndDrains() throws Exception {
    Actuator actuator = actuation.actuator();
    awaitReady(actuator, 1);
    URI page = fleet.replica("search-1").orElseThrow().url().resolve("/search/index.html");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).isEqualTo("hello");
    actuator.scale("search", 2);
    awaitReady(actuator, 2);
    actuator.scale("search", 1);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> new ProcessRegistry(home).live().size() == 1);
    // The process is gone a moment before the actuator has seen it.
    await().until(() -> actuator.replicas("search").size() == 1);
  }

  private void awaitReady(Actuator actuator, int count) {
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () ->
                actuator.replicas("search").stream().filter(r -> r.is(ReplicaState.READY)).count()
                    == count);
  }

  private ProcessActuation actuation() {
    ActuatorSettings settings =
        new ActuatorSettings(
            new Ports(18_700, 18_799),
            Duration.ofMinutes(2),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            2,
            Duration.ofMillis(200));
    Path template = Path.of(System.getProperty("libra.test.template"));
    String url = "http://127.0.0.1:" + control.getAddress().getPort();
    return new ProcessActuation(
        List.of(SEARCH),
        settings,
        new LibertyReplicaSettings(home, template, Map.of("LIBRA_CONTROL_URL", url), true),
        fleet,
        Clock.systemUTC());
  }

  private void accept(HttpExchange exchange) throws IOException {
    JsonNode beat = new ObjectMapper().readTree(exchange.getRequestBody());
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    boolean known = "Bearer token-of-this-test".equals(token);
    if (known) {
      fleet.heartbeat(heartbeat(beat));
    }
    exchange.sendResponseHeaders(known ? 204 : 401, -1);
    exchange.close();
  }

  private static Heartbeat heartbeat(JsonNode beat) {
    return new Heartbeat(
        beat.get("replica").asText(),
        beat.get("service").asText(),
        URI.create(beat.get("url").asText()),
        ReplicaHealth.valueOf(beat.get("state").asText().toUpperCase(Locale.ROOT)),
        beat.get("cpu").asDouble(),
        beat.get("memoryBytes").asLong(),
        beat.get("inFlight").asInt(),
        beat.get("concurrency").asInt(),
        Instant.parse(beat.get("at").asText()));
  }

  private static void writeWar(Path war) throws IOException {
    Path exporter = Path.of(System.getProperty("libra.test.exporter"));
    try (OutputStream file = Files.newOutputStream(war);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      put(zip, "index.html", "hello".getBytes(StandardCharsets.UTF_8));
      put(zip, "WEB-INF/lib/exporter.jar", Files.readAllBytes(exporter));
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
