package dev.libra.policy.hpa;

import dev.libra.fleet.Check;
import dev.libra.policy.sizing.Durations;
import java.time.Duration;

/**
 * Parameters of {@link HpaPolicy}; the defaults are Kubernetes' own.
 *
 * @param targetCpu wished CPU as a fraction of the limit
 * @param tolerance deviation of the usage ratio from 1 that changes nothing
 * @param sync time between two evaluations
 * @param metricWindow time over which CPU is averaged
 * @param downStabilization a scale-down goes no lower than the highest recommendation in this time
 * @param upPercent replicas that may be added per period, in percent of those at its start
 * @param upPods replicas that may be added per period in any case
 * @param upPeriod the period of the two limits above
 * @param cpuInitialization time after its launch in which a replica's CPU counts only when measured
 *     wholly after it became ready
 * @param initialReadiness a replica not ready since before this time after launch counts as never
 *     ready
 */
public record HpaSettings(
    double targetCpu,
    double tolerance,
    Duration sync,
    Duration metricWindow,
    Duration downStabilization,
    int upPercent,
    int upPods,
    Duration upPeriod,
    Duration cpuInitialization,
    Duration initialReadiness) {

  public HpaSettings {
    Check.between("targetCpu", targetCpu, 0.01, 10);
    Check.between("tolerance", tolerance, 0, 1);
    Durations.positive("sync", sync);
    Durations.positive("metricWindow", metricWindow);
    Durations.notNegative("downStabilization", downStabilization);
    Check.between("upPercent", upPercent, 0, 10_000);
    Check.between("upPods", upPods, 0, 1000);
    Durations.positive("upPeriod", upPeriod);
    Durations.notNegative("cpuInitialization", cpuInitialization);
    Durations.notNegative("initialReadiness", initialReadiness);
  }

  /** What an unconfigured Kubernetes does, with a CPU target of 60 %. */
  public static HpaSettings stock() {
    return new HpaSettings(
        0.60,
        0.1,
        Duration.ofSeconds(15),
        Duration.ofSeconds(15),
        Duration.ofSeconds(300),
        100,
        4,
        Duration.ofSeconds(15),
        Duration.ofMinutes(5),
        Duration.ofSeconds(30));
  }

  public HpaSettings withTargetCpu(double target) {
    return new HpaSettings(
        target,
        tolerance,
        sync,
        metricWindow,
        downStabilization,
        upPercent,
        upPods,
        upPeriod,
        cpuInitialization,
        initialReadiness);
  }

  public HpaSettings withDownStabilization(Duration window) {
    return new HpaSettings(
        targetCpu,
        tolerance,
        sync,
        metricWindow,
        window,
        upPercent,
        upPods,
        upPeriod,
        cpuInitialization,
        initialReadiness);
  }
}
