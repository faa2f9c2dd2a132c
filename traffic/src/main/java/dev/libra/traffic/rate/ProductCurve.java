package dev.libra.traffic.rate;

/** One curve modulated by another, whose values are factors; it ends with the shorter one. */
record ProductCurve(RateCurve curve, RateCurve factor) implements RateCurve {

  @Override
  public double at(double seconds) {
    return curve.at(seconds) * factor.at(seconds);
  }

  @Override
  public double durationS() {
    return Math.min(curve.durationS(), factor.durationS());
  }

  @Override
  public double maxRate() {
    return curve.maxRate() * factor.maxRate();
  }
}
