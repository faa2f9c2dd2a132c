package dev.libra.traffic.rate;

/** Intended requests per second over time. */
public interface RateCurve {

  /** Requests/s at so many seconds after the start; never negative. */
  double at(double seconds);

  /** Length in seconds; {@link Double#POSITIVE_INFINITY} if it has no end. */
  double durationS();

  /** A bound that the rate never exceeds. */
  double maxRate();

  /** The same shape with all rates multiplied. */
  default RateCurve scaledBy(double factor) {
    return new ScaledCurve(this, factor, 1);
  }

  /** The same shape played so many times as fast, with the same rates. */
  default RateCurve fasterBy(double factor) {
    return new ScaledCurve(this, 1, factor);
  }

  /** Both at the same time. */
  default RateCurve plus(RateCurve other) {
    return new SumCurve(this, other);
  }

  /** This one modulated by another, whose values are factors. */
  default RateCurve times(RateCurve factor) {
    return new ProductCurve(this, factor);
  }

  /**
   * This one, then the other.
   *
   * @throws IllegalArgumentException if this one has no end
   */
  default RateCurve then(RateCurve next) {
    return new SequenceCurve(this, next);
  }

  /** The same shape, ending after so many seconds; beyond its own end it begins anew. */
  default RateCurve lasting(double seconds) {
    return new LastingCurve(this, seconds);
  }
}
