package dev.libra.simulator.twin;

import dev.libra.fleet.ServiceSpec;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How many warm replicas a steady rate needs to keep the SLO.
 *
 * <p>The places of n replicas are the servers of an M/G/c queue: the chance to wait is Erlang's C,
 * the wait is exponential with the rate corrected for the spread of the service time (Allen and
 * Cunneen). A rate is sustained if at most 5 % of the requests take longer than the SLO.
 */
public final class Demand {
  private static final double MISSES = 0.05;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final ServiceSpec service;
  private final double meanS;
  private final double spread;
  private final double slackS;
  private final double tooSlow;

  public Demand(ServiceSpec service, TwinParameters parameters) {
    this.service = service;
    ServiceModel model = parameters.service();
    this.meanS = model.meanMs(service.serviceTimeMs()) / 1000;
    this.spread = (1 + StrictMath.expm1(model.sigma() * model.sigma())) / 2;
    double allowedMs = service.sloMs() - model.gatewayMs() - model.overheadMs();
    this.slackS = Math.max(0, (service.sloMs() - model.gatewayMs()) / 1000 - meanS);
    this.tooSlow = exceeds(model, allowedMs);
  }

  private double exceeds(ServiceModel model, double allowedMs) {
    double median = model.median(service.serviceTimeMs());
    if (allowedMs <= 0 || model.sigma() == 0) {
      return allowedMs < median ? 1 : 0;
    }
    double z = StrictMath.log(allowedMs / median) / model.sigma();
    return 1 - NORMAL.cumulativeProbability(z);
  }

  /** Requests/s that one warm replica serves when it is never idle. */
  public double capacity() {
    return service.concurrency() / meanS;
  }

  /** The fewest replicas that sustain the rate, within the service's bounds. */
  public int required(double rate) {
    int low = service.minReplicas();
    int high = service.maxReplicas();
    while (low < high) {
      int middle = (low + high) / 2;
      if (sustains(middle, rate)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean sustains(int replicas, double rate) {
    int places = replicas * service.concurrency();
    double load = rate * meanS;
    if (load >= places) {
      return false;
    }
    double waits = erlangC(places, load);
    double decay = (places - load) / meanS / spread;
    return tooSlow + waits * StrictMath.exp(-decay * slackS) <= MISSES;
  }

  /** The chance that all places are taken, by Erlang B's recursion. */
  static double erlangC(int places, double load) {
    double b = 1;
    for (int i = 1; i <= places; i++) {
      b = load * b / (i + load * b);
    }
    double utilization = load / places;
    return b / (1 - utilization * (1 - b));
  }
}
