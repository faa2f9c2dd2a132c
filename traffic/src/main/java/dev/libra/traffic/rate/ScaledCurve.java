package dev.libra.traffic.rate;

import dev.libra.fleet.Check;

/** A curve with other rates or another speed. */
record ScaledCurve(RateCurve curve, double rateScale, double timeScale) implements RateCurve {

  ScaledCurve {
    Check.between("rate scale", rateScale, 1e-6, 1e6);
    Check.between("time scale", timeScale, 1e-6, 1e6);
  }

  @Override
  public double at(double seconds) {
    return curve.at(seconds * timeScale) * rateScale;
  }

  @Override
  public double durationS() {
    return curve.durationS() / timeScale;
  }

  @Override
  public double maxRate() {
    return curve.maxRate() * rateScale;
  }
}
