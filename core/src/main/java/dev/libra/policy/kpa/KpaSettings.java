package dev.libra.policy.kpa;

import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;
import dev.libra.policy.sizing.Durations;
import java.time.Duration;

/**
 * Parameters of {@link KpaPolicy}; the defaults are those of Knative's {@code config-autoscaler}.
 *
 * @param metric what is scaled on
 * @param target of one replica, or 0 for the service's concurrency (200 requests/s for {@link
 *     KpaMetric#RPS})
 * @param targetUtilization share of the target that is aimed at
 * @param tick time between two evaluations
 * @param stableWindow time averaged over as a rule
 * @param panicWindow time averaged over to notice a burst
 * @param panicThreshold wished ÷ ready replicas from which it panics
 * @param maxScaleUpRate most replicas at once as a multiple of the ready ones
 * @param maxScaleDownRate fewest replicas at once as a fraction 1/x of the ready ones
 * @param scaleDownDelay a scale-down goes no lower than the highest wish in this time
 */
public record KpaSettings(
    KpaMetric metric,
    double target,
    double targetUtilization,
    Duration tick,
    Duration stableWindow,
    Duration panicWindow,
    double panicThreshold,
    double maxScaleUpRate,
    double maxScaleDownRate,
    Duration scaleDownDelay) {

  private static final double STOCK_RPS = 200;

  public KpaSettings {
    Check.present("metric", metric);
    Check.between("target", target, 0, 1e6);
    Check.between("targetUtilization", targetUtilization, 0.01, 1);
    Durations.positive("tick", tick);
    Durations.positive("stableWindow", stableWindow);
    Durations.positive("panicWindow", panicWindow);
    if (panicWindow.compareTo(stableWindow) > 0) {
      throw new IllegalArgumentException(
          "panicWindow must be at most the stableWindow of "
              + stableWindow.toSeconds()
              + " s, was: "
              + panicWindow.toSeconds()
              + " s");
    }
    Check.between("panicThreshold", panicThreshold, 1.1, 10);
    Check.between("maxScaleUpRate", maxScaleUpRate, 1.01, 1000);
    Check.between("maxScaleDownRate", maxScaleDownRate, 1.01, 1000);
    Durations.notNegative("scaleDownDelay", scaleDownDelay);
  }

  /** What an unconfigured Knative does with the service's concurrency as container concurrency. */
  public static KpaSettings stock() {
    return new KpaSettings(
        KpaMetric.CONCURRENCY,
        0,
        0.7,
        Duration.ofSeconds(2),
        Duration.ofSeconds(60),
        Duration.ofSeconds(6),
        2,
        1000,
        2,
        Duration.ZERO);
  }

  /** What one replica should get, in the metric's unit. */
  double perReplica(ServiceSpec service) {
    double byDefault = metric == KpaMetric.RPS ? STOCK_RPS : service.concurrency();
    return (target > 0 ? target : byDefault) * targetUtilization;
  }
}
