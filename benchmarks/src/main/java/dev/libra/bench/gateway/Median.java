package dev.libra.bench.gateway;

import java.util.List;

/** The middle of several measurements. */
final class Median {
  private Median() {}

  /** The median; of an even number the mean of the middle two. */
  static double of(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
