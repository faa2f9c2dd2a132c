package dev.libra.learning.chart;

import dev.libra.fleet.Check;

/**
 * A curve's value at one step, and the band around it.
 *
 * @param step environment steps taken
 */
public record BandPoint(long step, double low, double middle, double high) {

  public BandPoint {
    Check.notNegative("step", step);
    Check.between("low", low, -1e12, 1e12);
    Check.between("high", high, low, 1e12);
    Check.between("middle", middle, low, high);
  }
}
