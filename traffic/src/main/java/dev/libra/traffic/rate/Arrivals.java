package dev.libra.traffic.rate;

import java.util.random.RandomGenerator;

/**
 * The intended send times of a curve: a non-homogeneous Poisson process by thinning (Lewis and
 * Shedler 1979, https://doi.org/10.1002/nav.3800260304). The same seed gives the same times.
 */
public final class Arrivals {
  /** What {@link #next()} answers when there are no more. */
  public static final double END = Double.POSITIVE_INFINITY;

  private final RateCurve curve;
  private final RandomGenerator random;
  private final double bound;
  private double now;

  public Arrivals(RateCurve curve, RandomGenerator random) {
    this.curve = curve;
    this.random = random;
    this.bound = curve.maxRate();
  }

  /** Seconds after the start, growing; {@link #END} after the last. */
  public double next() {
    if (bound <= 0) {
      return END;
    }
    do {
      now += -Math.log(1 - random.nextDouble()) / bound;
      if (now >= curve.durationS()) {
        return END;
      }
    } while (random.nextDouble() * bound >= curve.at(now));
    return now;
  }
}
