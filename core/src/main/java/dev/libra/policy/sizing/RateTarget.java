package dev.libra.policy.sizing;

import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;

/**
 * How many requests/s one replica should get.
 *
 * @param requestsPerSecond per replica, or 0 to derive it from the service
 * @param utilization share of a replica's nominal capacity (concurrency ÷ service time) that is
 *     meant to be used; without effect where {@code requestsPerSecond} is given
 */
public record RateTarget(double requestsPerSecond, double utilization) {
  /** 3 × 10 ÷ 10 must not become 4 by the last bit of a double. */
  private static final double EPSILON = 1e-9;

  public RateTarget {
    Check.between("requestsPerSecond", requestsPerSecond, 0, 1e6);
    Check.between("utilization", utilization, 0.01, 1.5);
  }

  /** A share of the nominal capacity. */
  public static RateTarget ofUtilization(double utilization) {
    return new RateTarget(0, utilization);
  }

  /** Requests/s that one replica of the service should get. */
  public double perReplica(ServiceSpec service) {
    if (requestsPerSecond > 0) {
      return requestsPerSecond;
    }
    return utilization * service.nominalCapacity();
  }

  /** The fewest replicas of which none gets more than its share of {@code rate}; 0 for 0. */
  public int replicas(ServiceSpec service, double rate) {
    return ceil(rate / perReplica(service));
  }

  /** The next whole number of replicas, at most 1000; what rounding errors add is passed over. */
  public static int ceil(double replicas) {
    return (int) Math.ceil(Math.max(0, Math.min(replicas, 1000) - EPSILON));
  }
}
