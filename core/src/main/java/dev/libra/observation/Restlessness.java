package dev.libra.observation;

import java.time.Instant;

/**
 * How much the load of a service typically changes while a replica starts: the median change of its
 * rate within 10 s in the last ten minutes, beyond what chance alone makes of a steady rate, as a
 * share of the mean. So much headroom covers the usual surprises. Not thread-safe.
 */
final class Restlessness {
  private static final double WITHIN_S = 10;
  private static final double LAST_S = 600;

  /** What is shorter than that says nothing yet. */
  private static final double LEAST_S = 60;

  /** The square of the median distance of a normal variable from its mean, in its variances. */
  private static final double MEDIAN_SQUARED = 0.455;

  private final History rates = new History();

  /** Adds the rate that is seen now, later than all before. */
  void add(Instant now, double rate) {
    rates.add(now, rate);
  }

  /**
   * From 0 for a load that is steady but for chance; 0.5 for one whose changes are half of it.
   *
   * @return NaN until a minute was seen
   */
  double value() {
    if (rates.seconds() < LEAST_S) {
      return Double.NaN;
    }
    double mean = rates.mean(LAST_S);
    double change = rates.typicalChange(WITHIN_S, LAST_S);
    // Two counts of Poisson arrivals differ by a variance of both: one sample's is rate by time.
    double chance = MEDIAN_SQUARED * 2 * mean / rates.interval(LAST_S);
    return mean == 0 ? 0 : Math.sqrt(Math.max(0, change * change - chance)) / mean;
  }
}
