package dev.libra.observation;

/**
 * What late requests cost by how much of the error budget is spent. One agent learns for all
 * prices, and is told the price: so the same policy moves along the frontier of cost and
 * violations, and whoever runs it has the multiplier follow the violations, as a PID Lagrangian
 * does in training (Stooke, Achiam and Abbeel 2020, ICML, https://arxiv.org/abs/2007.03964).
 */
public final class LatePrice {
  private static final double LOWEST = 2;
  private static final double HIGHEST = 40;

  private LatePrice() {}

  /**
   * Of a late window, in what as many replicas cost as the load needs.
   *
   * @param spent share of the budget, from 0 to 1
   */
  public static double at(double spent) {
    return LOWEST * StrictMath.pow(HIGHEST / LOWEST, spent);
  }
}
