package dev.libra.cli.bench.live;

import java.util.List;

/** Median, 99th percentile (nearest rank) and maximum; NaN of nothing. */
record Spread(int count, double median, double p99, double max) {

  static Spread of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return new Spread(sorted.size(), rank(sorted, 0.5), rank(sorted, 0.99), rank(sorted, 1));
  }

  private static double rank(List<Double> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, index));
  }
}
