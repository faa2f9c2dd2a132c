package dev.libra.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exporter against a real HTTP server that plays control and the replica's own health. */
class HeartTest {
  private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
  private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final InFlight inFlight = new InFlight();
  private final Logger logger = Logger.getLogger(Reporter.class.getName());
  private final Handler handler = new Collecting(logged);
  private volatile int health = 503;
  private volatile int control = 204;
  private HttpServer server;
  private ExporterSettings settings;

  @BeforeEach
  void startServer(@TempDir Path folder) throws IOException {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/health/ready", exchange -> answer(exchange, health));
    server.createContext("/api/metrics/update", this::update);
    server.start();
    Path token = Files.writeString(folder.resolve("cluster-token"), "secret-token\n");
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    settings = new ExporterSettings(url, token, "search-1", "search", url, 1, 8, "/health/ready");
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
    logger.removeHandler(handler);
  }

  @Test
  void becomesReadyWithTheServiceAndSaysGoodbyeOnce() {
    Heart heart = new Heart(settings, inFlight, Scheduler.ownThread());
    inFlight.entered();
    heart.start();
    await().until(() -> states().contains("starting"));
    health = 200;
    await().atMost(Duration.ofSeconds(10)).until(() -> states().contains("ready"));
    heart.stop();

    assertThat(states()).endsWith("stopping");
    assertThat(states().stream().filter("stopping"::equals)).hasSize(1);
    assertThat(bodies).allMatch(body -> body.contains("\"inFlight\":1,\"concurrency\":8"));
    assertThat(tokens).containsOnly("Bearer secret-token");
  }

  @Test
  void logsOnceThatControlIsAwayAndOnceThatItIsBack() {
    Reporter reporter = reporter();
    control = 500;
    reporter.run();
    reporter.run();
    reporter.run();
    assertThat(logged).hasSize(1).allMatch(line -> line.contains("no heartbeats"));

    control = 204;
    reporter.run();
    reporter.run();
    assertThat(logged).hasSize(2);
  }

  @Test
  void bearsAControlThatRefusesConnections() {
    server.stop(0);

    reporter().run();

    assertThat(logged).hasSize(1).noneMatch(line -> line.contains("secret-token"));
  }

  @Test
  void bearsATokenFileThatIsMissing() throws IOException {
    Files.delete(settings.tokenFile());

    reporter().run();

    assertThat(bodies).isEmpty();
    assertThat(logged).hasSize(1);
  }

  @Test
  void isSilentAfterItsGoodbye() {
    Reporter reporter = reporter();
    reporter.stop();
    reporter.run();
    reporter.stop();

    assertThat(states()).containsExactly("stopping");
  }

  private Reporter reporter() {
    return new Reporter(
        settings,
        new ControlClient(settings),
        ProcessMeter.ofThisProcess(1),
        inFlight,
        java.time.Clock.systemUTC());
  }

  private List<String> states() {
    return bodies.stream()
        .map(body -> body.replaceAll(".*\"state\":\"([a-z]+)\".*", "$1"))
        .toList();
  }

  private void update(HttpExchange exchange) throws IOException {
    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    answer(exchange, control);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static final class Collecting extends Handler {
    private final Queue<String> messages;

    Collecting(Queue<String> messages) {
      this.messages = messages;
    }

    @Override
    public void publish(LogRecord line) {
      messages.add(java.text.MessageFormat.format(line.getMessage(), parameters(line)));
    }

    private static Object[] parameters(LogRecord line) {
      return line.getParameters() == null ? new Object[0] : line.getParameters();
    }

    @Override
    public void flush() {
      // Nothing is buffered.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
