package dev.libra.simulator.scaling;

import dev.libra.environment.SeededRandom;
import dev.libra.fleet.Check;

/** Bounds that a number is drawn between. */
public record Range(double low, double high) {

  public Range {
    Check.between("low", low, -1e9, 1e9);
    Check.between("high", high, low, 1e9);
  }

  /** Always the same number. */
  public static Range of(double value) {
    return new Range(value, value);
  }

  double draw(SeededRandom random) {
    double share = random.nextDouble();
    return low + share * (high - low);
  }

  /** A whole number, both bounds included. */
  int drawWhole(SeededRandom random) {
    return (int)
        Math.min(Math.floor(high), Math.floor(low + random.nextDouble() * (high - low + 1)));
  }
}
