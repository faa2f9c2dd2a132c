package dev.libra.gateway;

import dev.libra.fleet.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** Finds the secret that proves that this gateway belongs to the installation. */
final class ClusterToken {
  private static final String KEY = "libra.cluster.token";

  private ClusterToken() {}

  /** The configured token, else the one in the state directory. */
  static String read(Config config, Path home) {
    return config
        .getOptionalValue(KEY, String.class)
        .orElseGet(() -> fromFile(home.resolve("secrets/cluster-token")));
  }

  private static String fromFile(Path file) {
    try {
      return Check.text("cluster token in " + file, Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(KEY + " is not set and " + file + " can't be read", e);
    }
  }
}
