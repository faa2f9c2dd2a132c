package dev.libra.service;

/**
 * What makes a replica's capacity: how many requests it serves at once, and for how long.
 *
 * @param seed of everything random in this replica
 */
public record ReplicaSettings(int concurrency, LogNormal serviceTimeMs, long seed) {

  static ReplicaSettings read(Settings settings) {
    return new ReplicaSettings(
        settings.integer("libra.replica.concurrency", 8, 1, 10_000),
        new LogNormal(
            settings.number("libra.replica.service-time-ms", 0, 0, 600_000),
            settings.number("libra.replica.service-time-sigma", 0.3, 0, 3)),
        31L * settings.integer("libra.replica.seed", 1, 0, Integer.MAX_VALUE)
            + settings.text("libra.process", "").hashCode());
  }
}
