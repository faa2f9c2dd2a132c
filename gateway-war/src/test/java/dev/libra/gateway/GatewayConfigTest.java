package dev.libra.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.libra.gateway.accesslog.AccessLogRules;
import dev.libra.gateway.proxy.vertx.ListenRules;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayConfigTest {

  @Test
  void everySettingHasADefault() {
    GatewaySettings settings = read(Map.of());
    assertThat(settings.services()).containsExactly("auth", "search", "recommendation", "payment");
    assertThat(settings.control()).isEqualTo(URI.create("http://127.0.0.1:9080"));
    assertThat(settings.queue().length()).isEqualTo(10_000);
    assertThat(settings.queue().timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.silence()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.retries()).isEqualTo(2);
    assertThat(settings.trustedProxies()).isEmpty();
    assertThat(settings.listen())
        .isEqualTo(new ListenRules("127.0.0.1", 8080, 8192, Duration.ofSeconds(60)));
  }

  @Test
  void settingsAreRead() {
    GatewaySettings settings =
        read(
            Map.of(
                "libra.services", "cart, stock",
                "libra.gateway.queue-limit", "5",
                "libra.gateway.trusted-proxies", "10.0.0.1,10.0.0.2",
                "LIBRA_GATEWAY_QUEUE_LIMIT", "5",
                "libra.gateway.queue.limit", "5",
                "libra.search.index", "not ours"));
    assertThat(settings.services()).containsExactly("cart", "stock");
    assertThat(settings.queue().length()).isEqualTo(5);
    assertThat(settings.trustedProxies()).containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2");
  }

  @Test
  void aStaticRouteMayComeFromTheEnvironment() {
    GatewaySettings settings =
        read(
            Map.of(
                "LIBRA_GATEWAY_ROUTES_MY_SHOP", "/shop/api http://a:1, http://b:2",
                "libra.gateway.routes.my.shop", "/shop/api http://a:1, http://b:2",
                "libra.gateway.route.my-shop.concurrency", "7"));
    assertThat(settings.routes())
        .containsExactly(
            new StaticRoute(
                "my-shop",
                "/shop/api",
                List.of(URI.create("http://a:1"), URI.create("http://b:2")),
                7));
  }

  @Test
  void tokensMayBeWantedByServicesAndRoutes() {
    GatewaySettings settings =
        read(
            Map.of(
                "libra.gateway.routes.shop", "/shop http://a:1",
                "libra.gateway.jwt.routes", "shop, payment",
                "libra.gateway.jwt.jwks-url", "http://127.0.0.1:8080/auth/jwks",
                "libra.gateway.jwt.issuer", "libra-auth"));
    assertThat(settings.jwt().routes()).containsExactlyInAnyOrder("shop", "payment");
    assertThat(settings.jwt().skew()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void theAccessLogLiesUnderHome() {
    assertThat(read(Map.of()).accessLog()).isNull();
    assertThat(
            read(Map.of("libra.home", "/h", "libra.gateway.access-log", "logs/access.log"))
                .accessLog())
        .isEqualTo(new AccessLogRules(Path.of("/h/logs/access.log"), 100L << 20));
  }

  @ParameterizedTest
  @CsvSource({
    "libra.gateway.queue-limit, -1",
    "libra.gateway.queue-timeout-ms, 0",
    "libra.gateway.timeout-ms, soon",
    "libra.gateway.retries, 11",
    "libra.gateway.retry-budget, 1.5",
    "libra.gateway.max-body-bytes, 9999999999999999999",
    "libra.gateway.max-connections, 0",
    "libra.gateway.port, 70000",
    "libra.gateway.management-port, x",
    "libra.gateway.idle-ms, 5",
    "libra.gateway.event-loops, 0",
    "libra.services, Search",
    "libra.control.url, 127.0.0.1",
    "libra.gateway.quue-limit, 5",
    "LIBRA_GATEWAY_QUUE_LIMIT, 5",
    "libra.gateway.routes.shop, http://127.0.0.1:1",
    "libra.gateway.routes.shop, /shop ftp://127.0.0.1:1",
    "libra.gateway.routes.shop, /shop http://127.0.0.1:1/path",
    "libra.gateway.routes.shop, shop http://127.0.0.1:1",
    "libra.gateway.routes.shop, /search http://127.0.0.1:1",
    "libra.gateway.routes.search, /shop http://127.0.0.1:1",
    "libra.gateway.route.shop.concurrency, 5",
    "libra.gateway.client-rate, -1",
    "libra.gateway.jwt.routes, nowhere",
    "libra.gateway.jwt.skew-s, 601",
    "libra.gateway.access-log-mb, 0",
    "libra.gateway.stall-ms, 0",
    "libra.gateway.eject-share, 2"
  })
  void anImpossibleValueOrUnknownKeyIsRefusedByName(String key, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(key, value)))
        .withMessageContaining(key);
  }

  private static GatewaySettings read(Map<String, String> values) {
    return new GatewayConfig(new MapConfig(values)).read();
  }
}
