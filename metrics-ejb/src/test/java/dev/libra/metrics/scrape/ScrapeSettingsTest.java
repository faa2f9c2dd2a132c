package dev.libra.metrics.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScrapeSettingsTest {
  private static final String CREDENTIALS = "libra.metrics.scrape-credentials-file";

  @Test
  void readsAddressesPerService() {
    assertThat(
            settings(
                    Map.of(
                        "libra.metrics.scrape.shop", "http://a:1/metrics, https://b/metrics",
                        "libra.metrics.retention-hours", "3"))
                .urls())
        .isEqualTo(
            Map.of(
                "shop",
                List.of(URI.create("http://a:1/metrics"), URI.create("https://b/metrics"))));
  }

  @Test
  void readsEnvironmentVariables() {
    assertThat(settings(Map.of("LIBRA_METRICS_SCRAPE_MY_SHOP", "http://a:1/metrics")).urls())
        .containsOnlyKeys("my-shop");
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThatThrownBy(() -> settings(Map.of("libra.metrics.scrape.shop", "a:1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "libra.metrics.scrape.shop must be absolute http(s) addresses separated by commas,"
                + " had: a:1");
  }

  @Test
  void readsTheCredentialsAndDoesNotShowThem(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("c"), "metrics:secret\n");
    Map<String, String> config = new HashMap<>(Map.of(CREDENTIALS, file.toString()));
    ScrapeSettings settings = settings(config);
    assertThat(settings.authorization()).isEqualTo("Basic bWV0cmljczpzZWNyZXQ=");
    assertThat(settings.toString()).doesNotContain("bWV0");
    config.put(CREDENTIALS, directory.resolve("none").toString());
    assertThatThrownBy(() -> settings(config)).hasMessageStartingWith(CREDENTIALS);
  }

  private static ScrapeSettings settings(Map<String, String> config) {
    return ScrapeSettings.from(config.keySet(), key -> Optional.ofNullable(config.get(key)));
  }
}
