package dev.libra.cli.bench.live;

import dev.libra.fleet.Check;
import java.util.Map;

/**
 * Where the installation of a live comparison listens.
 *
 * @param first of a hundred ports in a row
 */
record LivePorts(int first) {
  private static final int LAST_FIRST = 65_400;

  LivePorts {
    Check.between("--first-port", first, 1024, LAST_FIRST);
  }

  int control() {
    return first;
  }

  int traffic() {
    return first + 3;
  }

  /** As the configuration has them. */
  Map<String, String> settings() {
    return Map.of(
        "libra.control.port", Integer.toString(control()),
        "libra.gateway.port", Integer.toString(first + 1),
        "libra.gateway.management-port", Integer.toString(first + 4),
        "libra.store.port", Integer.toString(first + 2),
        "libra.traffic.port", Integer.toString(traffic()),
        "libra.replica.ports", (first + 10) + "-" + (first + 99));
  }
}
