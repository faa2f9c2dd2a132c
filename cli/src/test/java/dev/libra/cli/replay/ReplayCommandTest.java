package dev.libra.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ReplayCommandTest {
  @TempDir Path dir;
  private final StringWriter errors = new StringWriter();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer gateway;

  /** A root as the real one, for the command line is told through it. */
  @Command(name = "libra", subcommands = ReplayCommand.class)
  private static final class Root {}

  @BeforeEach
  void start() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", this::answer);
    gateway.setExecutor(threads);
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
    threads.shutdownNow();
  }

  @Test
  void playsATraceAndWritesItsFiles() throws IOException {
    Path trace = Files.writeString(dir.resolve("trace.txt"), "20\n40\n20\n");
    Path out = dir.resolve("out");
    int exit = run("--trace", trace.toString(), "--service", "search", "--out", out.toString());
    assertThat(errors.toString()).isEmpty();
    assertThat(exit).isZero();
    JsonNode summary = new ObjectMapper().readTree(out.resolve("summary.json").toFile());
    assertThat(summary.path("intended").asInt()).isBetween(40, 130);
    assertThat(summary.path("sent").asInt()).isEqualTo(summary.path("intended").asInt());
    assertThat(summary.path("failedShare").asDouble()).isZero();
    assertThat(summary.path("p95Ms").asDouble()).isPositive();
    assertThat(summary.path("traceSha256").asText()).hasSize(64);
    assertThat(summary.path("command").asText()).startsWith("libra replay --trace");
    assertThat(summary.path("services").path("search").path("sent"))
        .isEqualTo(summary.path("sent"));
    assertThat(Files.readAllLines(out.resolve("seconds.csv")).size()).isGreaterThan(3);
    assertThat(Files.readString(out.resolve("latency.hlog"))).contains("[Histogram log format");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--scenario flood|scenario must be one of [default, constant, ramp, spike,",
        "--trace none.txt|can't read the trace none.txt",
        "--scenario spike --service nobody|service must be one of",
        "--scenario spike --rate-scale 0|rate scale must be between",
        "--scenario default|default has no end: give --duration",
        "--scenario spike --duration soon|must look like 90s, 5m or 1h, was: soon",
        "--scenario spike --trace x|mutually exclusive",
        "--service search|Missing required argument"
      })
  void saysInOneLineWhatIsWrong(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(errors.toString().lines().findFirst().orElseThrow()).contains(message);
  }

  @Test
  void saysThatTheGatewayIsAway() {
    gateway.stop(0);
    assertThat(run("--scenario", "spike")).isEqualTo(2);
    assertThat(errors.toString()).contains("can't be reached");
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("replay"));
    all.addAll(List.of(arguments));
    if (!all.contains("--gateway")) {
      all.addAll(List.of("--gateway", "http://127.0.0.1:" + gateway.getAddress().getPort()));
    }
    return new CommandLine(new Root())
        .setErr(new PrintWriter(errors, true))
        .execute(all.toArray(String[]::new));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean register = exchange.getRequestURI().getPath().equals("/auth/users");
      byte[] body = "{\"token\":\"t\",\"expiresInS\":3600}".getBytes(StandardCharsets.UTF_8);
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(register ? 201 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
