package dev.libra.simulator.scaling;

/**
 * How much dearer a late window is for those that were late before it: an SLO on the P95 forgives
 * now and then, but not for long. Its multiplier follows the violations of about the last five
 * minutes, as the proportional part of a PID Lagrangian does (Stooke, Achiam and Abbeel 2020, ICML,
 * https://arxiv.org/abs/2007.03964).
 */
final class Strictness {
  private static final double MEMORY_WINDOWS = 150;
  private static final double ALLOWED_SHARE = 0.05;
  private static final double MOST = 3;

  private double share;

  /** From 1 without late windows to 3 where as many are late as the SLO allows, or more. */
  double factor() {
    return 1 + (MOST - 1) * Math.min(1, share / ALLOWED_SHARE);
  }

  void window(boolean late) {
    share += ((late ? 1 : 0) - share) / MEMORY_WINDOWS;
  }
}
