package dev.libra.metrics.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import dev.libra.ManualClock;
import dev.libra.metrics.MetricSource;
import dev.libra.metrics.MetricSourceContract;
import dev.libra.metrics.Sample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScrapeSourceTest extends MetricSourceContract {
  private HttpServer server;
  private volatile String page = "";
  private volatile int status = 200;
  private final List<String> authorizations = new ArrayList<>();
  private long ok;
  private long failed;

  @BeforeEach
  void startService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopService() {
    server.stop(0);
  }

  @Override
  protected MetricSource source(ManualClock clock) {
    return source(clock, "Basic bTpw");
  }

  @Override
  protected void serve(MetricSource source, ManualClock clock, int requests, int errors) {
    ok += requests - errors;
    failed += errors;
    page = page(ok, failed, 1.0);
    scrape((ScrapeSource) source);
  }

  @Test
  void sendsTheCredentials() {
    ManualClock clock = ManualClock.create();
    scrape(source(clock, "Basic bTpw"));
    assertThat(authorizations).contains("Basic bTpw");
  }

  @Test
  void aFailingPageLeavesTheLastSampleToAge() {
    ManualClock clock = ManualClock.create();
    ScrapeSource source = source(clock, null);
    tick(source, clock, page(100, 0, 1));
    tick(source, clock, page(200, 0, 1));
    Instant last = source.latest("search").orElseThrow().at();
    status = 503;
    tick(source, clock, page(300, 0, 1));
    status = 200;
    tick(source, clock, "not { a metrics page");
    assertThat(source.latest("search").orElseThrow().at()).isEqualTo(last);
    tick(source, clock, page(800, 0, 1));
    assertThat(source.latest("search").orElseThrow().requestsPerSecond()).isEqualTo(100);
  }

  @Test
  void countsFromZeroAfterARestart() {
    ManualClock clock = ManualClock.create();
    ScrapeSource source = source(clock, null);
    tick(source, clock, page(1000, 10, 50));
    tick(source, clock, page(40, 0, 0.5));
    Sample sample = source.latest("search").orElseThrow();
    assertThat(sample.requestsPerSecond()).isEqualTo(20);
    assertThat(sample.errorRate()).isZero();
    assertThat(sample.cpu()).isEqualTo(0.25);
  }

  @Test
  void aPageWithoutKnownMetricsGivesZeros() {
    ManualClock clock = ManualClock.create();
    ScrapeSource source = source(clock, null);
    tick(source, clock, "something_else 1\n");
    tick(source, clock, "something_else 2\n");
    Sample sample = source.latest("search").orElseThrow();
    assertThat(sample.requestsPerSecond()).isZero();
    assertThat(sample.ready()).isEqualTo(1);
  }

  @Test
  void readsOpenLiberty() throws IOException {
    ManualClock clock = ManualClock.create();
    ScrapeSource source = source(clock, null);
    String before = resource("open-liberty-26.0.0.3.txt");
    String after =
        before
            .replaceFirst("(REST_request_seconds_count\\{.*StatusResource.*}) 7.0", "$1 57.0")
            .replaceFirst(
                "(REST_request_seconds_sum\\{.*StatusResource.*}) 0.249571329", "$1 1.249571329")
            .replaceFirst("(cpu_processCpuTime_seconds\\{.*}) 33.68", "$1 35.68");
    tick(source, clock, before);
    tick(source, clock, after);
    Sample sample = source.latest("search").orElseThrow();
    assertThat(sample.requestsPerSecond()).isEqualTo(25);
    assertThat(sample.meanMs()).isCloseTo(20, within(0.01));
    assertThat(sample.p95Ms()).isCloseTo(581.4, within(0.1));
    assertThat(sample.cpu()).isCloseTo(0.5, within(0.001));
    assertThat(sample.memoryBytes()).isEqualTo(295_402_376);
    assertThat(sample.replicas().get(0).startedAt()).isEqualTo(clock.instant().minusMillis(70_501));
  }

  private ScrapeSource source(ManualClock clock, String authorization) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
    return new ScrapeSource(
        new ScrapeSettings(Map.of("search", List.of(url)), authorization), clock);
  }

  private void tick(ScrapeSource source, ManualClock clock, String next) {
    clock.advance(Duration.ofSeconds(2));
    page = next;
    scrape(source);
  }

  private static void scrape(ScrapeSource source) {
    source.tick();
    source.await();
    source.tick();
    source.await();
  }

  private static String page(long ok, long failed, double cpuSeconds) {
    return """
        # HELP http_server_requests_seconds time
        # TYPE http_server_requests_seconds histogram
        http_server_requests_seconds_bucket{status="200",le="0.05"} 0
        http_server_requests_seconds_bucket{status="200",le="0.2"} %1$d
        http_server_requests_seconds_bucket{status="200",le="+Inf"} %1$d
        http_server_requests_seconds_count{status="200"} %1$d
        http_server_requests_seconds_sum{status="200"} %3$s
        http_server_requests_seconds_count{status="500"} %2$d
        http_server_requests_seconds_sum{status="500"} %4$s
        process_cpu_seconds_total %5$s
        process_cpu_usage NaN
        # EOF
        """
        .formatted(ok, failed, ok * 0.1, failed * 0.1, cpuSeconds);
  }

  private static String resource(String name) throws IOException {
    try (var stream = ScrapeSourceTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
