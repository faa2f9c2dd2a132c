package dev.libra.gateway.accesslog;

import dev.libra.fleet.Check;
import java.nio.file.Path;

/**
 * Where lines go.
 *
 * @param file the log
 * @param mostBytes length at which the file is moved aside, in place of the one moved before
 */
public record AccessLogRules(Path file, long mostBytes) {
  public AccessLogRules {
    Check.present("libra.gateway.access-log", file);
    Check.between("libra.gateway.access-log-mb", mostBytes, 1, Long.MAX_VALUE);
  }
}
