package dev.libra.policy.keda;

import dev.libra.fleet.Check;
import dev.libra.policy.sizing.Durations;
import dev.libra.policy.sizing.RateTarget;
import java.time.Duration;

/**
 * Parameters of {@link KedaPolicy}; the defaults are KEDA's and the HPA's behind it.
 *
 * @param target requests/s that one replica should get (the trigger's threshold, an AverageValue)
 * @param tolerance deviation of the usage ratio from 1 that changes nothing
 * @param sync time between two evaluations
 * @param window time over which the rate is averaged, as the trigger's query would
 * @param downStabilization a scale-down goes no lower than the highest recommendation in this time
 * @param upPercent replicas that may be added per period, in percent of those at its start
 * @param upPods replicas that may be added per period in any case
 * @param upPeriod the period of the two limits above
 * @param staleAfter a sample older than this is a failed reading
 * @param failureThreshold failed readings in a row after which the fallback counts
 * @param fallbackReplicas replicas to have then, or 0 for no fallback
 */
public record KedaSettings(
    RateTarget target,
    double tolerance,
    Duration sync,
    Duration window,
    Duration downStabilization,
    int upPercent,
    int upPods,
    Duration upPeriod,
    Duration staleAfter,
    int failureThreshold,
    int fallbackReplicas) {

  public KedaSettings {
    Check.present("target", target);
    Check.between("tolerance", tolerance, 0, 1);
    Durations.positive("sync", sync);
    Durations.positive("window", window);
    Durations.notNegative("downStabilization", downStabilization);
    Check.between("upPercent", upPercent, 0, 10_000);
    Check.between("upPods", upPods, 0, 1000);
    Durations.positive("upPeriod", upPeriod);
    Durations.positive("staleAfter", staleAfter);
    Check.between("failureThreshold", failureThreshold, 1, 1000);
    Check.between("fallbackReplicas", fallbackReplicas, 0, 1000);
  }

  /** 70 % of the nominal rate, a one-minute rate, the HPA's own behaviour. */
  public static KedaSettings stock() {
    return new KedaSettings(
        RateTarget.ofUtilization(0.7),
        0.1,
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        Duration.ofSeconds(300),
        100,
        4,
        Duration.ofSeconds(15),
        Duration.ofSeconds(10),
        3,
        0);
  }
}
