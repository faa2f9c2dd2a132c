package dev.libra.fleet;

/**
 * What the operator asks of one scaled service.
 *
 * @param name the service's name and first path segment at the gateway
 * @param minReplicas fewest replicas, at least 1
 * @param maxReplicas most replicas
 * @param sloMs the P95 latency the service promises, in ms at the gateway
 * @param concurrency requests one replica works on at once (its bulkhead)
 * @param serviceTimeMs median time one request holds its place in the bulkhead
 * @param cpuLimit cores that count as 100 % CPU of one replica
 * @param costPerHour price of one replica for an hour, in the operator's currency
 */
public record ServiceSpec(
    String name,
    int minReplicas,
    int maxReplicas,
    double sloMs,
    int concurrency,
    double serviceTimeMs,
    double cpuLimit,
    double costPerHour) {

  public ServiceSpec {
    Check.name("service", name);
    Check.between(name + ": minReplicas", minReplicas, 1, 1000);
    Check.between(name + ": maxReplicas", maxReplicas, minReplicas, 1000);
    Check.between(name + ": sloMs", sloMs, 1, 600_000);
    Check.between(name + ": concurrency", concurrency, 1, 10_000);
    Check.between(name + ": serviceTimeMs", serviceTimeMs, 0, 600_000);
    Check.between(name + ": cpuLimit", cpuLimit, 0.01, 1024);
    Check.notNegative(name + ": costPerHour", costPerHour);
  }

  /** Requests/s that one replica does when its places are never free, by what is configured. */
  public double nominalCapacity() {
    // Below 1 ms the bulkhead is no longer what limits a replica.
    return concurrency * 1000.0 / Math.max(1, serviceTimeMs);
  }

  /** The nearest replica count the bounds allow. */
  public int clamp(int replicas) {
    return Math.max(minReplicas, Math.min(maxReplicas, replicas));
  }
}
