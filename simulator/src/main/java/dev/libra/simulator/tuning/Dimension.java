package dev.libra.simulator.tuning;

import dev.libra.fleet.Check;

/**
 * One parameter that is searched.
 *
 * @param log whether it is searched on a logarithmic scale
 */
public record Dimension(String name, double low, double high, boolean log) {

  public Dimension {
    Check.text("dimension", name);
    Check.between(name + ": low", low, log ? 1e-9 : -1e9, high);
  }

  static Dimension linear(String name, double low, double high) {
    return new Dimension(name, low, high, false);
  }

  static Dimension log(String name, double low, double high) {
    return new Dimension(name, low, high, true);
  }

  /** The value at a share of the range, 0 to 1; beyond, its nearest end. */
  double at(double share) {
    double bounded = Math.max(0, Math.min(1, share));
    if (log) {
      return low * StrictMath.exp(bounded * StrictMath.log(high / low));
    }
    return low + bounded * (high - low);
  }

  /** Where in the range a value lies, 0 to 1. */
  double share(double value) {
    double bounded = Math.max(low, Math.min(high, value));
    if (high == low) {
      return 0;
    }
    return log
        ? StrictMath.log(bounded / low) / StrictMath.log(high / low)
        : (bounded - low) / (high - low);
  }
}
