package dev.libra.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.catalogue.Catalogue;
import dev.libra.catalogue.Product;
import dev.libra.service.testing.Http;
import dev.libra.service.testing.TestGateway;
import dev.libra.service.testing.TestReplica;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search on a real Liberty, as the exporter's control and the scraper see it too. */
class SearchIT {
  private static final String METRICS =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(
                  ("metrics:" + TestReplica.METRICS_PASSWORD).getBytes(StandardCharsets.UTF_8));

  private static final int PLACES = 8;

  /** Threads for what isn't counted: see liberty-config/replica/server.xml. */
  private static final int BESIDE = 16;

  @TempDir static Path directory;
  private static TestGateway gateway;
  private static TestReplica replica;
  private static Http http;
  private static String ada;

  @BeforeAll
  static void start() {
    gateway = new TestGateway();
    Map<String, String> environment = Map.of("LIBRA_GATEWAY_URL", gateway.url());
    replica = TestReplica.start(directory, "search-1", "search", environment);
    http = new Http(replica.url());
    ada = gateway.bearer("ada", "user", Instant.now().plusSeconds(600));
  }

  @AfterAll
  static void stop() {
    replica.close();
    gateway.close();
  }

  @Test
  void findsAProductByItsName() {
    HttpResponse<String> found = get("?q=kestrel+tent&limit=3");

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body()).contains("\"total\":", "Kestrel", "tent").contains("\"score\":");
  }

  @ParameterizedTest
  @CsvSource({"fuzzy, turntabel", "prefix, turntab"})
  void findsWhatIsOnlyNearlyTyped(String mode, String q) {
    assertThat(get("?mode=" + mode + "&q=" + q).body()).contains("turntable");
  }

  @Test
  void showsOneProduct() {
    Product product = new Catalogue().product(42);

    assertThat(get("/p00042").body()).contains(product.name(), product.description());
    assertThat(get("/p60000").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "?mode=terms, q", "?q=%20, q", "?q=a&limit=0, limit", "?q=a&limit=101, limit",
    "?q=a&limit=ten, limit", "?q=a&limit=, limit", "?q=a&mode=TERMS, mode", "?q=a&mode=, mode"
  })
  void namesAnInputThatItRefuses(String query, String field) {
    HttpResponse<String> refused = get(query);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void refusesATextThatIsTooLong() {
    assertThat(get("?q=" + "a".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(get("?q=" + "a".repeat(200)).statusCode()).isEqualTo(200);
  }

  @Test
  void asksForATokenOfAUser() {
    String old = gateway.bearer("ada", "user", Instant.now().minusSeconds(3_600));
    String other = gateway.bearer("ada", "guest", Instant.now().plusSeconds(600));

    assertThat(http.get("/search/products?q=tent").statusCode()).isEqualTo(401);
    assertThat(http.get("/search/products?q=tent", "Authorization", old).statusCode())
        .isEqualTo(401);
    assertThat(http.get("/search/products?q=tent", "Authorization", other).statusCode())
        .isEqualTo(403);
  }

  @Test
  void showsItsMetricsToTheUserMetricsOverATrustedHopOnly() {
    assertThat(http.get("/metrics", "Authorization", METRICS).statusCode()).isEqualTo(403);
    assertThat(metrics("Basic d3Jvbmc6d3Jvbmc=").statusCode()).isEqualTo(401);
    HttpResponse<String> shown = metrics(METRICS);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("ft_bulkhead");
  }

  @Test
  void keepsAThreadForEachRequestThatItServesAtOnce() {
    // Liberty starts one for each piece of work until it has those it keeps.
    for (int i = 0; i < 100; i++) {
      get("?q=tent");
    }

    assertThat(threads()).isGreaterThanOrEqualTo(PLACES + BESIDE);
  }

  /** Of Liberty's pool. */
  private static double threads() {
    return metrics(METRICS)
        .body()
        .lines()
        .filter(line -> line.startsWith("threadpool_size{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> metrics(String authorization) {
    return http.get(
        "/metrics",
        "Authorization",
        authorization,
        "X-Forwarded-For",
        "127.0.0.1",
        "X-Forwarded-Proto",
        "https");
  }

  private static HttpResponse<String> get(String rest) {
    return http.get("/search/products" + rest, "Authorization", ada);
  }
}
