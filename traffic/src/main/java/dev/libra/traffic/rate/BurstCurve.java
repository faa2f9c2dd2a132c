package dev.libra.traffic.rate;

import dev.libra.fleet.Check;

/**
 * Bursts at even distances without end: an on-off source.
 *
 * @param low requests/s between the bursts, where it begins
 * @param high requests/s in a burst
 * @param everyS from the start of one burst to the next
 * @param lastingS length of a burst
 */
public record BurstCurve(double low, double high, double everyS, double lastingS)
    implements RateCurve {

  public BurstCurve {
    Check.between("low", low, 0, 1e6);
    Check.between("high", high, low, 1e6);
    Check.between("distance of bursts in s", everyS, 0.01, 1e6);
    Check.between("length of a burst in s", lastingS, 0, everyS);
  }

  @Override
  public double at(double seconds) {
    return seconds % everyS >= everyS - lastingS ? high : low;
  }

  @Override
  public double durationS() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double maxRate() {
    return high;
  }
}
