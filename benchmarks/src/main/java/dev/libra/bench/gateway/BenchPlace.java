package dev.libra.bench.gateway;

import dev.libra.process.LibraHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a benchmark finds what it measures and leaves what it makes.
 *
 * @param root the checkout
 * @param state the installation's state, with the unpacked Liberty in it
 * @param data where the parts' figures are kept
 */
public record BenchPlace(Path root, LibraHome state, Path data) {
  static final String METRICS_PASSWORD = "password-of-the-benchmark";

  public BenchPlace {
    root = root.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
  }

  /** Makes the folders; the gateway under test gets a state of its own. */
  void prepare() throws IOException {
    Files.createDirectories(data);
    Files.createDirectories(home().root());
    Path runtime = home().root().resolve("runtime");
    if (Files.notExists(runtime)) {
      Files.createSymbolicLink(runtime, state.root().resolve("runtime"));
    }
  }

  /** Commands without this machine's paths. */
  List<String> shown(List<String> commands) {
    return commands.stream()
        .map(c -> c.replace(root.toString(), ".").replace(state.root().toString(), ".libra"))
        .toList();
  }

  LibraHome home() {
    return new LibraHome(state.root().resolve("bench"));
  }

  Path directory() {
    return home().root();
  }

  Path war() {
    return root.resolve("gateway-war/target/libra-gateway.war");
  }

  Path libertyConfig() {
    return root.resolve("liberty-config/gateway");
  }

  Path springCloudGatewayProject() {
    return root.resolve("benchmarks/spring-cloud-gateway");
  }

  Path springCloudGateway() {
    return springCloudGatewayProject().resolve("target/scg.jar");
  }
}
