package dev.libra.observation;

import dev.libra.fleet.Check;

/**
 * How much of an error budget is taken for spent at any time.
 *
 * @param rough on load of which nobody knows what it is in ten seconds
 * @param steady on load that changes little until another replica is there
 */
public record LeastSpent(double rough, double steady) {
  /** Of less {@link Restlessness} load is steady, of more it is rough or something between. */
  private static final double STEADY = 0.08;

  private static final double ROUGH = 0.12;

  public LeastSpent {
    Check.between("least on rough load", rough, 0, 1);
    Check.between("least on steady load", steady, rough, 1);
  }

  /** The same on any load. */
  public static LeastSpent always(double share) {
    return new LeastSpent(share, share);
  }

  /**
   * @param restlessness NaN if nothing is known of the load, which isn't called steady then
   */
  double on(double restlessness) {
    double roughness = (restlessness - STEADY) / (ROUGH - STEADY);
    double known = Double.isNaN(roughness) ? 1 : Math.max(0, Math.min(1, roughness));
    return known * rough + (1 - known) * steady;
  }
}
