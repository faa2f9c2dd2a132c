package dev.libra.statistics;

import dev.libra.fleet.Check;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction for several tests (Holm 1979, Scandinavian Journal of Statistics 6).
 */
public final class Holm {

  private Holm() {}

  /**
   * The corrected p-values in the order of the given ones: the i-th smallest of m times m − i + 1,
   * never below a smaller one's, at most 1.
   */
  public static double[] correct(double... pValues) {
    for (double p : pValues) {
      Check.between("p-value", p, 0, 1);
    }
    List<Integer> order =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .toList();
    double[] corrected = new double[pValues.length];
    double highest = 0;
    for (int i = 0; i < order.size(); i++) {
      highest = Math.max(highest, Math.min(1, pValues[order.get(i)] * (order.size() - i)));
      corrected[order.get(i)] = highest;
    }
    return corrected;
  }
}
