package dev.libra.statistics;

/** An interval, both ends included. */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "interval's low must not be above its high, was: " + low + " to " + high);
    }
  }
}
