package dev.libra.traffic.rate;

/** Two curves at the same time; the shorter one is zero after its end. */
record SumCurve(RateCurve first, RateCurve second) implements RateCurve {

  @Override
  public double at(double seconds) {
    return part(first, seconds) + part(second, seconds);
  }

  @Override
  public double durationS() {
    return Math.max(first.durationS(), second.durationS());
  }

  @Override
  public double maxRate() {
    return first.maxRate() + second.maxRate();
  }

  private static double part(RateCurve curve, double seconds) {
    return seconds > curve.durationS() ? 0 : curve.at(seconds);
  }
}
