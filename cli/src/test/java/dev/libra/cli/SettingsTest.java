package dev.libra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.cli.workspace.Workspace;
import dev.libra.process.LibraHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final KnownKeys KNOWN =
      KnownKeys.in(
          """
          | key | unit |
          |---|---|
          | `libra.gateway.port` | port |
          | `libra.service.<s>.min` | replicas |
          | `libra.http.host` | address |
          """);

  @TempDir Path dir;

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    file("libra.gateway.port=1111\nlibra.http.host = 0.0.0.0 \n");
    Settings settings = read(Map.of("LIBRA_GATEWAY_PORT", "2222", "PATH", "/bin"));
    assertThat(settings.port("libra.gateway.port", 8080)).isEqualTo(2222);
    assertThat(settings.text("libra.http.host", "")).isEqualTo("0.0.0.0");
    assertThat(settings.asEnvironment()).containsOnlyKeys("LIBRA_GATEWAY_PORT", "LIBRA_HTTP_HOST");
  }

  @Test
  void aKeyMayHaveAPlaceForAName() throws IOException {
    file("libra.service.search.min=2\n");
    assertThat(read(Map.of()).text("libra.service.search.min", "")).isEqualTo("2");
  }

  @Test
  void anUnknownKeyIsNamedWithTheClosestOne() throws IOException {
    file("libra.gatewy.port=1111\n");
    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("unknown setting libra.gatewy.port in " + dir)
        .hasMessageContaining("did you mean libra.gateway.port?");
  }

  @Test
  void anUnknownVariableIsNamedToo() {
    assertThatThrownBy(() -> read(Map.of("LIBRA_HTTP_HOSTS", "x")))
        .hasMessage(
            "unknown setting LIBRA_HTTP_HOSTS in the environment: did you mean libra.http.host?");
  }

  @Test
  void anImpossiblePortIsNamed() {
    Settings settings = read(Map.of("LIBRA_GATEWAY_PORT", "99999"));
    assertThatThrownBy(() -> settings.port("libra.gateway.port", 8080))
        .hasMessage("libra.gateway.port must be a port from 1 to 65535, was: 99999");
  }

  @Test
  void everyKeyTheLauncherReadsIsDocumented() {
    KnownKeys documented = KnownKeys.documented();
    assertThat(
            java.util.stream.Stream.of(
                "libra.control.port",
                "libra.gateway.port",
                "libra.store.port",
                "libra.traffic.port",
                "libra.http.host",
                "libra.mongodb.uri",
                "libra.home",
                "libra.replica.ports",
                "libra.service.search.max",
                "libra.policy.hpa.sync-s",
                "LIBRA_POLICY_HPA_DOWN_STABILIZATION_S"))
        .allMatch(documented::contains);
  }

  private Settings read(Map<String, String> environment) {
    return Settings.read(new Workspace(dir, new LibraHome(dir)), environment, KNOWN);
  }

  private void file(String content) throws IOException {
    Files.writeString(dir.resolve("libra.properties"), content);
  }
}
