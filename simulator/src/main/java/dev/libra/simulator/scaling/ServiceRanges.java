package dev.libra.simulator.scaling;

import dev.libra.environment.SeededRandom;
import dev.libra.fleet.ServiceSpec;

/**
 * Which services a policy learns to scale.
 *
 * @param max most replicas
 * @param concurrency requests one replica works on at once
 * @param serviceTimeMs median time of a request
 * @param sloFactor the SLO as a multiple of the service time
 */
public record ServiceRanges(Range max, Range concurrency, Range serviceTimeMs, Range sloFactor) {
  private static final double CPU_LIMIT = 0.12;
  private static final double COST_PER_HOUR = 0.05;

  /** The shipped services and what lies around them. */
  public static ServiceRanges standard() {
    return new ServiceRanges(
        new Range(4, 16), new Range(3, 10), new Range(40, 150), new Range(3.5, 8));
  }

  /** One service only. */
  public static ServiceRanges only(ServiceSpec service) {
    return new ServiceRanges(
        Range.of(service.maxReplicas()),
        Range.of(service.concurrency()),
        Range.of(service.serviceTimeMs()),
        Range.of(service.sloMs() / service.serviceTimeMs()));
  }

  ServiceSpec draw(SeededRandom random) {
    int most = max.drawWhole(random);
    int places = concurrency.drawWhole(random);
    double timeMs = serviceTimeMs.draw(random);
    double sloMs = timeMs * sloFactor.draw(random);
    return new ServiceSpec("service", 1, most, sloMs, places, timeMs, CPU_LIMIT, COST_PER_HOUR);
  }
}
