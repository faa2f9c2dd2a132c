package dev.libra.bench.gateway;

import dev.libra.process.LibraHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a benchmark finds what it measures and leaves what it makes.
 *
 * @param root the checkout
 * @param state the installation's state, with the unpacked Liberty in it
 * @param out where results go
 */
public record BenchPlace(Path root, LibraHome state, Path out) {
  static final String METRICS_PASSWORD = "password-of-the-benchmark";

  public BenchPlace {
    root = root.toAbsolutePath().normalize();
    out = out.toAbsolutePath().normalize();
  }

  /** Makes the folders; the gateway under test gets a state of its own. */
  void prepare() throws IOException {
    Files.createDirectories(out);
    Files.createDirectories(home().root());
    Path runtime = home().root().resolve("runtime");
    if (Files.notExists(runtime)) {
      Files.createSymbolicLink(runtime, state.root().resolve("runtime"));
    }
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
