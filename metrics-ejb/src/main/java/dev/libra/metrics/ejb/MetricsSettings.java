package dev.libra.metrics.ejb;

import dev.libra.fleet.Check;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What the operator configured.
 *
 * @param mongoUri MongoDB's connection string
 * @param retention samples older than this are deleted
 */
record MetricsSettings(
    String mongoUri, String database, Path spoolFile, long spoolBytes, Duration retention) {

  static MetricsSettings from(Config config) {
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

  private static long bounded(Config config, String key, long byDefault, long min, long max) {
    return Check.between(key, config.getOptionalValue(key, Long.class).orElse(byDefault), min, max);
  }
}
