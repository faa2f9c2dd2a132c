package dev.libra.traffic.rate;

/** One curve after the other. */
record SequenceCurve(RateCurve first, RateCurve second) implements RateCurve {

  SequenceCurve {
    if (Double.isInfinite(first.durationS())) {
      throw new IllegalArgumentException("nothing can follow a curve without end");
    }
  }

  @Override
  public double at(double seconds) {
    double passed = seconds - first.durationS();
    return passed < 0 ? first.at(seconds) : second.at(passed);
  }

  @Override
  public double durationS() {
    return first.durationS() + second.durationS();
  }

  @Override
  public double maxRate() {
    return Math.max(first.maxRate(), second.maxRate());
  }
}
