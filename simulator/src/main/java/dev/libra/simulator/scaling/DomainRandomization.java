package dev.libra.simulator.scaling;

import dev.libra.environment.SeededRandom;
import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.twin.CpuModel;
import dev.libra.simulator.twin.FleetModel;
import dev.libra.simulator.twin.MeteringModel;
import dev.libra.simulator.twin.ServiceModel;
import dev.libra.simulator.twin.TwinParameters;

/**
 * How far the plant of an episode may be from the calibrated one, so that a policy doesn't rely on
 * what the twin gets wrong (Tobin et al. 2017, https://arxiv.org/abs/1703.06907).
 *
 * @param serviceTime factor on the service time, which the configured one doesn't tell
 * @param slowServiceTime the same of services that are slower than anybody thought: one in four, as
 *     far as the SLO can be kept with it at all
 * @param spread standard deviation of the service time's logarithm
 * @param startUp factor on the start-up delay
 * @param cpu factor on the CPU of a request, and by it on the CPU that a full replica shows
 * @param lagS time from a sample to the decision on it
 * @param noise standard deviation of a CPU reading, as a fraction of it
 */
public record DomainRandomization(
    Range serviceTime,
    Range slowServiceTime,
    Range spread,
    Range startUp,
    Range cpu,
    Range lagS,
    Range noise) {
  private static final double SLOW_SHARE = 0.25;

  /** Standard deviations that 98 % of a normal distribution are below. */
  private static final double NEARLY_ALL = 2.05;

  /** A good deal around what was measured. */
  public static DomainRandomization standard() {
    return new DomainRandomization(
        new Range(0.8, 1.3),
        new Range(1.3, 2.2),
        new Range(0.2, 0.5),
        new Range(0.8, 1.5),
        new Range(0.7, 1.4),
        new Range(0.5, 1.9),
        new Range(0, 0.1));
  }

  /** The plant of one episode. */
  TwinParameters draw(TwinParameters base, ServiceSpec spec, SeededRandom random) {
    FleetModel fleet = base.fleet();
    CpuModel cpuModel = base.cpu();
    MeteringModel metering = base.metering();
    return base.withService(service(base.service(), spec, random))
        .withFleet(fleet.withStartMedianS(fleet.startMedianS() * startUp.draw(random)))
        .withCpu(
            cpuModel
                .withRequests(cpuModel.full() * cpu.draw(random), cpuModel.light())
                .withNoise(noise.draw(random)))
        .withMetering(
            new MeteringModel(metering.reportS(), metering.heartbeatS(), lagS.draw(random)));
  }

  private ServiceModel service(ServiceModel base, ServiceSpec spec, SeededRandom random) {
    double sigma = spread.draw(random);
    boolean slow = random.nextDouble() < SLOW_SHARE;
    double factor = (slow ? slowServiceTime : serviceTime).draw(random);
    double allowedMs = spec.sloMs() - base.gatewayMs() - base.overheadMs();
    double highest =
        allowedMs / StrictMath.exp(NEARLY_ALL * sigma) / base.median(spec.serviceTimeMs());
    return new ServiceModel(
        base.scale() * (slow ? Math.max(Math.min(factor, highest), serviceTime.low()) : factor),
        sigma,
        base.overheadMs(),
        base.gatewayMs(),
        base.coldExtraMs(),
        base.warmUpRequests());
  }
}
