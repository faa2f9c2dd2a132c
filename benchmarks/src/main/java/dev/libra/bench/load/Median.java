package dev.libra.bench.load;

import java.util.List;

/** The middle of several measurements. */
public final class Median {
  private Median() {}

  /** The median; of an even number the mean of the middle two, and NaN of none. */
  public static double of(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
