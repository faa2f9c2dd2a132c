package dev.libra.simulator.calibration;

import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.twin.CpuModel;
import dev.libra.simulator.twin.FleetModel;
import dev.libra.simulator.twin.ServiceModel;
import dev.libra.simulator.twin.TwinParameters;
import java.util.List;

/**
 * Fits the twin's parameters to measurements.
 *
 * <p>The full rate gives the mean time that a request holds its place; what this is above the
 * configured log-normal time is overhead inside the place, what the quiet median is above both is
 * outside of it. The spread comes from the quiet P95. What CPU a request takes comes from two
 * loads: the fuller a replica is the less it needs for each, since it wakes up less often.
 */
public final class Calibration {
  private static final double Z95 = 1.6449;

  /** From the order to drain to the SIGTERM: poll, report, heartbeat and the actuator's look. */
  private static final double DRAIN_STEPS_S = 3;

  /** Loads of a measurement that are closer than this, in shares of the capacity, tell no slope. */
  private static final double LEAST_APART = 0.05;

  /** Two noisy measurements must not make a full replica's requests nearly free. */
  private static final double LEAST_AT_FULL = 0.5;

  private Calibration() {}

  /**
   * @param base what isn't measured stays as it is there
   */
  public static TwinParameters fit(
      TwinParameters base, ServiceSpec service, Measurements measured) {
    ServiceModel model = service(service, measured);
    return base.withService(model)
        .withFleet(fleet(base.fleet(), measured))
        .withCpu(cpu(base.cpu(), measured));
  }

  /** A line through what a request takes at the two loads, as far as it falls with the load. */
  private static CpuModel cpu(CpuModel base, Measurements measured) {
    double quiet = measured.quiet().rate() / measured.fullRate();
    double busy = measured.busy().rate() / measured.fullRate();
    double atQuiet = Math.max(0, measured.quiet().cpu() - measured.idleCpu()) / quiet;
    double atBusy = Math.max(0, measured.busy().cpu() - measured.idleCpu()) / busy;
    double fall = Math.max(0, atQuiet - atBusy) / Math.max(LEAST_APART, busy - quiet);
    double full = Math.max(LEAST_AT_FULL * atBusy, atBusy - fall * (1 - busy));
    double light = full > 0 ? (atBusy / full - 1) / Math.max(LEAST_APART, 1 - busy) : 0;
    return base.withRequests(full, light).withIdle(measured.idleCpu());
  }

  private static ServiceModel service(ServiceSpec service, Measurements measured) {
    double configured = Math.max(1, service.serviceTimeMs());
    double beside = Math.max(0, measured.quietP50Ms() - configured);
    double slow = Math.max(configured, measured.quietP95Ms() - beside);
    double sigma = StrictMath.log(slow / configured) / Z95;
    double mean = configured * StrictMath.exp(sigma * sigma / 2);
    double held = service.concurrency() * 1000 / measured.fullRate();
    double scale = Math.min(1, held / mean);
    double overhead = Math.max(0, held - mean);
    double outside = Math.max(0, measured.quietP50Ms() - scale * configured - overhead);
    return new ServiceModel(
        scale,
        Math.max(0, sigma),
        overhead,
        outside,
        measured.fresh().firstMs(),
        measured.fresh().requests());
  }

  private static FleetModel fleet(FleetModel base, Measurements measured) {
    List<Double> logs = measured.startsS().stream().map(s -> StrictMath.log(s)).toList();
    double mean = logs.stream().mapToDouble(x -> x).average().orElseThrow();
    // A few starts, one after the other on the same quiet machine, hide how much they differ.
    double variance =
        logs.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum()
            / Math.max(1, logs.size() - 1);
    double stop =
        measured.drainsS().stream()
            .mapToDouble(s -> Math.max(0, s - DRAIN_STEPS_S))
            .average()
            .orElse(base.stopS());
    return new FleetModel(
        StrictMath.exp(mean),
        Math.max(base.startSigma(), StrictMath.sqrt(variance)),
        stop,
        base.parallelStarts(),
        base.drainTimeoutS());
  }
}
