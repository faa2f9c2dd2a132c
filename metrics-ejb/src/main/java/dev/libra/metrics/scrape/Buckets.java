package dev.libra.metrics.scrape;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Quantiles of a histogram whose buckets count everything up to their bound. */
final class Buckets {

  private Buckets() {}

  /**
   * Interpolates within the bucket that holds the quantile, as PromQL's {@code histogram_quantile};
   * beyond the last finite bound it is that bound. Empty if nothing was counted.
   */
  static OptionalDouble quantile(double quantile, TreeMap<Double, Double> cumulative) {
    double total = cumulative.isEmpty() ? 0 : cumulative.lastEntry().getValue();
    if (total <= 0) {
      return OptionalDouble.empty();
    }
    double rank = quantile * total;
    double lowerBound = 0;
    double below = 0;
    for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
      if (bucket.getValue() >= rank) {
        return OptionalDouble.of(
            interpolate(lowerBound, bucket.getKey(), below, bucket.getValue(), rank));
      }
      lowerBound = bucket.getKey();
      below = bucket.getValue();
    }
    return OptionalDouble.of(lowerBound);
  }

  private static double interpolate(
      double lowerBound, double upperBound, double below, double upTo, double rank) {
    if (Double.isInfinite(upperBound) || upTo <= below) {
      return lowerBound;
    }
    return lowerBound + (upperBound - lowerBound) * (rank - below) / (upTo - below);
  }
}
