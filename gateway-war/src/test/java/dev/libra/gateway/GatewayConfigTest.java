package dev.libra.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
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
    assertThat(settings.tryTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.retries()).isEqualTo(2);
    assertThat(settings.trustedProxies()).isEmpty();
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

  @ParameterizedTest
  @CsvSource({
    "libra.gateway.queue-limit, -1",
    "libra.gateway.queue-timeout-ms, 0",
    "libra.gateway.timeout-ms, soon",
    "libra.gateway.retries, 11",
    "libra.gateway.retry-budget, 1.5",
    "libra.gateway.max-body-bytes, 9999999999",
    "libra.gateway.event-loops, 0",
    "libra.services, Search",
    "libra.control.url, 127.0.0.1",
    "libra.gateway.quue-limit, 5",
    "LIBRA_GATEWAY_QUUE_LIMIT, 5"
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
