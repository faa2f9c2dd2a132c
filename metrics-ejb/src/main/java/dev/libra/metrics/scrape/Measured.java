package dev.libra.metrics.scrape;

import dev.libra.fleet.ReplicaState;
import dev.libra.metrics.ReplicaSample;
import java.time.Duration;
import java.time.Instant;

/**
 * What one replica did between two readings.
 *
 * @param change totals of the later reading less those of the earlier
 * @param at time of the later reading
 * @param knownSince first reading ever
 */
record Measured(String replica, Reading change, Instant from, Instant at, Instant knownSince) {

  double seconds() {
    return Duration.between(from, at).toNanos() / 1e9;
  }

  double requestsPerSecond() {
    return change.requests() / seconds();
  }

  double cpu() {
    double load = change.cpuLoad().orElse(0);
    return Math.max(
        0, change.cpuSeconds().isPresent() ? change.cpuSeconds().getAsDouble() / seconds() : load);
  }

  ReplicaSample sample() {
    Instant started =
        change.uptimeSeconds().isPresent()
            ? at.minusMillis((long) (change.uptimeSeconds().getAsDouble() * 1000))
            : knownSince;
    return new ReplicaSample(
        replica,
        ReplicaState.READY,
        cpu(),
        change.memoryBytes(),
        change.inFlight(),
        started,
        started,
        at);
  }
}
