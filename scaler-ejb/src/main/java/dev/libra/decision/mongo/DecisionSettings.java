package dev.libra.decision.mongo;

import dev.libra.fleet.Check;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where decisions are kept and for how long.
 *
 * @param uri MongoDB's connection string
 * @param spool file in which decisions wait while MongoDB is away
 */
public record DecisionSettings(
    String uri, String database, Path spool, long spoolBytes, Duration retention) {

  public DecisionSettings {
    Check.text("uri", uri);
    Check.text("database", database);
    Check.present("spool", spool);
    Check.between("spoolBytes", spoolBytes, 1, Long.MAX_VALUE);
    Check.present("retention", retention);
  }
}
