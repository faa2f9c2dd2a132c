package dev.libra.simulator.scaling;

import dev.libra.simulator.twin.WindowScore;
import java.util.List;
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
  /** The names of the components, as an environment's info has them. */
  static final List<String> COMPONENTS =
      List.of("latency", "errors", "cost", "under-provisioning", "switching");

  private static final double WORST_LATENCY = 1;
  private static final double WORST_ERRORS = 0.1;

  /**
   * @param usuallyRequired replicas that the episode's trace needs in all but 5 % of the windows
   * @param change of the wanted count
   * @param weight of the window: 1 for one with as many requests as windows have on average
   * @param price of lateness and errors in replicas. What it weighs is multiplied by its root, and
   *     the rest is divided by it: no price's rewards drown those of another in a batch of many
   */
  static Reward of(
      RewardWeights weights,
      WindowScore window,
      double sloMs,
      double usuallyRequired,
      int change,
      double weight,
      double price) {
    double dear = StrictMath.sqrt(price);
    double excess = Math.max(0, window.p95Ms() / sloMs - 1);
    double late = window.violated() ? 1 + Math.min(WORST_LATENCY, excess) : 0;
    double failed = window.ended() == 0 ? 0 : (double) window.failed() / window.ended();
    double missing = Math.max(0, window.required() - window.ready());
    return new Reward(
        -weights.latency() * late * weight * dear,
        -weights.errors() * Math.min(1, failed / WORST_ERRORS) * dear,
        -weights.cost() * window.paid() / usuallyRequired / dear,
        -weights.underProvisioning() * missing / Math.max(1, window.required()) / dear,
        -weights.switching() * Math.abs(change) / dear);
  }

  public double total() {
    return latency + errors + cost + underProvisioning + switching;
  }

  /** By name, for an environment's info. */
  Map<String, Double> components() {
    return Map.of(
        "latency", latency,
        "errors", errors,
        "cost", cost,
        "under-provisioning", underProvisioning,
        "switching", switching);
  }
}
