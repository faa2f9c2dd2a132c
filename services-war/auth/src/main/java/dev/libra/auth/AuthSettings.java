package dev.libra.auth;

import dev.libra.service.Settings;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** What can be set of auth; see {@code docs/configuration.md}. */
record AuthSettings(int pbkdf2Iterations, Duration tokenLifetime, Path secretsDirectory) {

  static AuthSettings read(Config config) {
    Settings settings = new Settings(config);
    AuthSettings read =
        new AuthSettings(
            settings.integer("libra.auth.pbkdf2-iterations", 20_000, 1_000, 10_000_000),
            Duration.ofSeconds(settings.integer("libra.auth.token-lifetime-s", 3600, 10, 86_400)),
            secretsDirectory(settings));
    settings.rejectUnknown("libra.auth.");
    return read;
  }

  private static Path secretsDirectory(Settings settings) {
    String home = settings.text("libra.home", ".libra");
    return Path.of(settings.text("libra.secrets.dir", home + "/secrets")).toAbsolutePath();
  }
}
