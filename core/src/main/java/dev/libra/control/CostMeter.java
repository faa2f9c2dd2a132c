package dev.libra.control;

import java.time.Duration;
import java.time.Instant;

/** Adds up what replicas cost; starting and draining ones are paid for too. */
final class CostMeter {
  private final double perReplicaHour;
  private Instant last;
  private int replicas;
  private double cost;

  CostMeter(double perReplicaHour) {
    this.perReplicaHour = perReplicaHour;
  }

  /** Charges for the time since the last call with the replicas that ran then. */
  void tick(Instant now, int running) {
    if (last != null && now.isAfter(last)) {
      cost += perHour() * Duration.between(last, now).toMillis() / 3_600_000.0;
    }
    last = now;
    replicas = running;
  }

  double perHour() {
    return replicas * perReplicaHour;
  }

  double total() {
    return cost;
  }
}
