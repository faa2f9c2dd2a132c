package dev.libra.simulator.scaling;

import dev.libra.simulator.twin.WindowScore;
import java.util.Map;

/**
 * One step's reward by component, each 0 or negative, weighted.
 *
 * @param latency for a window over the SLO
 * @param errors for failed requests
 * @param cost for replicas that are paid for
 * @param underProvisioning for missing replicas
 * @param switching for changes
 */
public record Reward(
    double latency, double errors, double cost, double underProvisioning, double switching) {
  private static final double WORST_LATENCY = 1;
  private static final double WORST_ERRORS = 0.1;

  /**
   * @param usuallyRequired replicas that the episode's trace needs in all but 5 % of the windows
   * @param change of the wanted count
   * @param dearness factor on what a late window costs
   */
  static Reward of(
      RewardWeights weights,
      WindowScore window,
      double sloMs,
      double usuallyRequired,
      int change,
      double dearness) {
    double excess = Math.max(0, window.p95Ms() / sloMs - 1);
    double late = window.violated() ? 1 + Math.min(WORST_LATENCY, excess) : 0;
    double failed = window.ended() == 0 ? 0 : (double) window.failed() / window.ended();
    double missing = Math.max(0, window.required() - window.ready());
    return new Reward(
        -weights.latency() * late * dearness,
        -weights.errors() * Math.min(1, failed / WORST_ERRORS),
        -weights.cost() * window.paid() / usuallyRequired,
        -weights.underProvisioning() * missing / Math.max(1, window.required()),
        -weights.switching() * Math.abs(change));
  }

  public double total() {
    return latency + errors + cost + underProvisioning + switching;
  }

  /** By name, for an environment's info. */
  Map<String, Double> components() {
    return Map.of(
        "reward-latency", latency,
        "reward-errors", errors,
        "reward-cost", cost,
        "reward-under-provisioning", underProvisioning,
        "reward-switching", switching);
  }
}
