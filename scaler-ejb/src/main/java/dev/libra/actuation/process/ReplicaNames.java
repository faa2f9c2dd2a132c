package dev.libra.actuation.process;

import dev.libra.fleet.LiveFleet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Names replicas {@code <service>-<n>} with the smallest n that is free, so that logs and server
 * directories stay bounded. A name rests for a while, or a late heartbeat of the one that had it
 * would be taken for its successor's.
 */
final class ReplicaNames {
  private static final Duration REST = Duration.ofSeconds(10);

  private final LiveFleet fleet;
  private final Map<String, Instant> endedAt = new HashMap<>();

  ReplicaNames(LiveFleet fleet) {
    this.fleet = fleet;
  }

  void ended(String name, Instant now) {
    endedAt.put(name, now);
  }

  String next(String service, Set<String> used, Instant now) {
    endedAt.values().removeIf(end -> end.plus(REST).isBefore(now));
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> service + "-" + n)
        .filter(name -> !used.contains(name) && !endedAt.containsKey(name))
        .filter(name -> fleet.replica(name).isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
