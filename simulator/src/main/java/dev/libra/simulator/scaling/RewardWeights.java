package dev.libra.simulator.scaling;

import dev.libra.fleet.Check;

/**
 * What a step's reward is made of; each component is a level and not a change, since improvement
 * can be farmed by oscillating.
 *
 * @param latency per window over the SLO with as many requests as windows have on average, half of
 *     it in proportion to them; up to twice as much for one far over it; times the price of late
 *     requests, which follows the error budget
 * @param errors for a share of failed requests of 10 % and more, and in proportion below
 * @param cost for as many paid replicas as the episode's trace needs in all but 5 % of the windows
 * @param underProvisioning for having no ready replica of those that are required
 * @param switching per replica that is wanted more or less
 */
public record RewardWeights(
    double latency, double errors, double cost, double underProvisioning, double switching) {

  public RewardWeights {
    Check.between("latency", latency, 0, 1000);
    Check.between("errors", errors, 0, 1000);
    Check.between("cost", cost, 0, 1000);
    Check.between("underProvisioning", underProvisioning, 0, 1000);
    Check.between("switching", switching, 0, 1000);
  }

  public static RewardWeights standard() {
    return new RewardWeights(1, 5, 1, 0, 0.002);
  }

  /** Moves along the frontier of cost and violations. */
  public RewardWeights withCost(double value) {
    return new RewardWeights(latency, errors, value, underProvisioning, switching);
  }
}
