package dev.libra.metrics.ejb;

import dev.libra.fleet.Check;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * What the operator configured.
 *
 * @param mongoUri MongoDB's connection string
 * @param retention samples older than this are deleted
 */
record MetricsSettings(
    String mongoUri, String database, Path spoolFile, long spoolBytes, Duration retention) {

  private static final String PREFIX = "libra.metrics.";
  private static final List<String> KEYS =
      List.of("retention-hours", "spool-mb", "scrape-credentials-file", "password");

  static MetricsSettings from(Config config) {
    config.getPropertyNames().forEach(MetricsSettings::rejectUnknown);
    Path home = Path.of(config.getValue("libra.home", String.class));
    return new MetricsSettings(
        config
            .getOptionalValue("libra.mongodb.uri", String.class)
            .orElse("mongodb://127.0.0.1:27117"),
        config.getOptionalValue("jnosql.document.database", String.class).orElse("libra"),
        home.resolve("spool").resolve("samples.jsonl"),
        bounded(config, "libra.metrics.spool-mb", 64, 1, 10_000) << 20,
        Duration.ofHours(bounded(config, "libra.metrics.retention-hours", 48, 1, 24 * 3660)));
  }

  private static void rejectUnknown(String key) {
    boolean known =
        !key.startsWith(PREFIX)
            || key.startsWith(PREFIX + "scrape.")
            || KEYS.contains(key.substring(PREFIX.length()));
    if (!known) {
      throw new IllegalArgumentException(
          "unknown setting " + key + "; under " + PREFIX + " there are scrape.<service>, " + KEYS);
    }
  }

  private static long bounded(Config config, String key, long byDefault, long min, long max) {
    return Check.between(key, config.getOptionalValue(key, Long.class).orElse(byDefault), min, max);
  }
}
