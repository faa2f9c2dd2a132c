package dev.libra.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExporterSettingsTest {
  private final Map<String, String> config =
      new HashMap<>(
          Map.of(
              "libra.control.url", "http://127.0.0.1:9080",
              "libra.cluster-token-file", "token",
              "libra.process", "search-1",
              "libra.service", "search",
              "libra.http.port", "9201"));

  @Test
  void areNoneWithoutControl() {
    config.remove("libra.control.url");

    assertThat(read()).isEmpty();
  }

  @Test
  void assumeAReplicaOnLoopbackWithOneCore() {
    ExporterSettings settings = read().orElseThrow();

    assertThat(settings.url()).isEqualTo(URI.create("http://127.0.0.1:9201"));
    assertThat(settings.cpuLimit()).isEqualTo(1);
    assertThat(settings.concurrency()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({
    "libra.control.url, control",
    "libra.replica.cpu-limit, 0",
    "libra.replica.cpu-limit, NaN",
    "libra.replica.cpu-limit, many",
    "libra.replica.concurrency, 0",
    "libra.replica.url, ftp://here",
    "libra.replica.id, a/b",
    "libra.replica.service, a b",
    "libra.exporter.health-path, health"
  })
  void nameTheKeyOfAnImpossibleValue(String key, String value) {
    config.put(key, value);

    assertThatThrownBy(this::read).hasMessageContaining(key).hasMessageContaining(value);
  }

  @Test
  void preferAnIdOfTheirOwnToTheNameOfTheProcess() {
    config.put("libra.replica.id", "pod-7");

    assertThat(read().orElseThrow().replica()).isEqualTo("pod-7");
  }

  @ParameterizedTest
  @CsvSource({"libra.cluster-token-file", "libra.process", "libra.service", "libra.http.port"})
  void nameAKeyThatIsMissing(String key) {
    config.remove(key);

    assertThatThrownBy(this::read).hasMessageContaining(key);
  }

  private Optional<ExporterSettings> read() {
    return ExporterSettings.read(key -> Optional.ofNullable(config.get(key)));
  }
}
