package dev.libra.traffic.rate;

import dev.libra.fleet.Check;

/** A curve with another end. */
record LastingCurve(RateCurve curve, double durationS) implements RateCurve {

  LastingCurve {
    Check.between("duration in s", durationS, 0.001, 1e9);
  }

  @Override
  public double at(double seconds) {
    boolean endless = Double.isInfinite(curve.durationS());
    return curve.at(endless ? seconds : seconds % curve.durationS());
  }

  @Override
  public double maxRate() {
    return curve.maxRate();
  }
}
