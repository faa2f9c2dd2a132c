package dev.libra.simulator.scaling;

import dev.libra.environment.SeededRandom;
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
 * @param spread standard deviation of the service time's logarithm
 * @param startUp factor on the start-up delay
 * @param cpu factor on the CPU of a request, and by it on the CPU that a full replica shows
 * @param lagS time from a sample to the decision on it
 * @param noise standard deviation of a CPU reading, as a fraction of it
 */
public record DomainRandomization(
    Range serviceTime, Range spread, Range startUp, Range cpu, Range lagS, Range noise) {

  /** A good deal around what was measured. */
  public static DomainRandomization standard() {
    return new DomainRandomization(
        new Range(0.8, 1.3),
        new Range(0.2, 0.5),
        new Range(0.8, 1.5),
        new Range(0.7, 1.4),
        new Range(0.5, 1.9),
        new Range(0, 0.1));
  }

  /** The plant of one episode. */
  TwinParameters draw(TwinParameters base, SeededRandom random) {
    ServiceModel service = base.service();
    FleetModel fleet = base.fleet();
    CpuModel cpuModel = base.cpu();
    MeteringModel metering = base.metering();
    return base.withService(
            new ServiceModel(
                service.scale() * serviceTime.draw(random),
                spread.draw(random),
                service.overheadMs(),
                service.gatewayMs(),
                service.coldExtraMs(),
                service.warmUpRequests()))
        .withFleet(fleet.withStartMedianS(fleet.startMedianS() * startUp.draw(random)))
        .withCpu(
            new CpuModel(
                cpuModel.full() * cpu.draw(random),
                cpuModel.idle(),
                cpuModel.burst(),
                cpuModel.burstS(),
                cpuModel.coldFactor(),
                cpuModel.warmUpRequests(),
                noise.draw(random)))
        .withMetering(
            new MeteringModel(metering.reportS(), metering.heartbeatS(), lagS.draw(random)));
  }
}
