package dev.libra.traffic.rate;

import dev.libra.fleet.Check;

/**
 * Day and night without end: a sine between two rates.
 *
 * @param lowest requests/s at night, where it begins
 * @param highest requests/s at noon
 * @param dayS length of a day in s
 */
public record DayCurve(double lowest, double highest, double dayS) implements RateCurve {

  public DayCurve {
    Check.between("lowest", lowest, 0, 1e6);
    Check.between("highest", highest, lowest, 1e6);
    Check.between("day in s", dayS, 1, 1e6);
  }

  @Override
  public double at(double seconds) {
    double height = (1 - Math.cos(2 * Math.PI * seconds / dayS)) / 2;
    return lowest + height * (highest - lowest);
  }

  @Override
  public double durationS() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double maxRate() {
    return highest;
  }
}
