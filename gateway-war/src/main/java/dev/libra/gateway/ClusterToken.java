package dev.libra.gateway;

import dev.libra.fleet.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** Finds the secret that proves that this gateway belongs to the installation. */
final class ClusterToken {
  private static final String KEY = "libra.cluster-token-file";

  private ClusterToken() {}

  /** The token in the configured file, else in the one of the state directory. */
  static String read(Config config, Path home) {
    Path file =
        config
            .getOptionalValue(KEY, String.class)
            .map(Path::of)
            .orElse(home.resolve("secrets/cluster-token"));
    try {
      return Check.text(KEY + " " + file + ": its content", Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(KEY + " " + file + " can't be read", e);
    }
  }
}
