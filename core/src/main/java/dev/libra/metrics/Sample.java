package dev.libra.metrics;

import dev.libra.fleet.Check;
import dev.libra.fleet.ReplicaState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one service looked like in one tick.
 *
 * @param at end of the tick
 * @param requestsPerSecond answered by the gateway; with 0 the latencies and the error rate are 0
 * @param errorRate failed share of the requests, 0 to 1
 * @param cpu mean over the ready replicas, as a fraction of the limit
 * @param memoryBytes sum over all replicas
 * @param inFlight sum over all replicas
 */
public record Sample(
    String service,
    Instant at,
    double requestsPerSecond,
    double meanMs,
    double p95Ms,
    double p99Ms,
    double errorRate,
    double cpu,
    long memoryBytes,
    int inFlight,
    List<ReplicaSample> replicas) {

  public Sample {
    Check.name("service", service);
    Check.present("at", at);
    Check.notNegative("requestsPerSecond", requestsPerSecond);
    Check.notNegative("meanMs", meanMs);
    Check.notNegative("p95Ms", p95Ms);
    Check.notNegative("p99Ms", p99Ms);
    Check.between("errorRate", errorRate, 0, 1);
    Check.notNegative("cpu", cpu);
    Check.notNegative("memoryBytes", memoryBytes);
    Check.notNegative("inFlight", inFlight);
    replicas = List.copyOf(Check.present("replicas", replicas));
  }

  public int ready() {
    return count(ReplicaState.READY);
  }

  public int starting() {
    return count(ReplicaState.STARTING);
  }

  public int draining() {
    return count(ReplicaState.DRAINING);
  }

  /** Replicas that are paid for: starting and draining ones too. */
  public int paid() {
    return replicas.size();
  }

  /** How long ago the tick ended; never negative. */
  public Duration age(Clock clock) {
    Duration age = Duration.between(at, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private int count(ReplicaState state) {
    return (int) replicas.stream().filter(r -> r.state() == state).count();
  }
}
