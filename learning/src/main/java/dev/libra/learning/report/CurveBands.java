package dev.libra.learning.report;

import dev.libra.learning.chart.BandPoint;
import dev.libra.statistics.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Joins the learning curves of several seeds, whose points lie at different steps. */
final class CurveBands {
  private static final int POINTS = 200;

  private CurveBands() {}

  /**
   * From the step at which every seed has a value; a seed keeps its value until its next point.
   *
   * @param rows at least one, all of the same task
   * @return interquartile mean, lowest and highest over the seeds, at {@value #POINTS} steps or
   *     fewer
   * @throws IllegalArgumentException if a seed has two points at one step
   */
  static List<BandPoint> of(List<CurveRow> rows) {
    Collection<NavigableMap<Long, Double>> curves = bySeed(rows).values();
    long first = curves.stream().mapToLong(SortedMap::firstKey).max().orElseThrow();
    long last = curves.stream().mapToLong(SortedMap::lastKey).max().orElseThrow();
    List<BandPoint> points = new ArrayList<>();
    for (long step : steps(first, last)) {
      double[] values = curves.stream().mapToDouble(c -> c.floorEntry(step).getValue()).toArray();
      points.add(point(step, values));
    }
    return points;
  }

  private static SortedMap<Long, NavigableMap<Long, Double>> bySeed(List<CurveRow> rows) {
    SortedMap<Long, NavigableMap<Long, Double>> curves = new TreeMap<>();
    for (CurveRow row : rows) {
      NavigableMap<Long, Double> curve =
          curves.computeIfAbsent(row.seed(), seed -> new TreeMap<>());
      if (curve.put(row.step(), row.meanReturn()) != null) {
        throw new IllegalArgumentException(
            "task %s has step %d of seed %d twice".formatted(row.task(), row.step(), row.seed()));
      }
    }
    return curves;
  }

  private static TreeSet<Long> steps(long first, long last) {
    TreeSet<Long> steps = new TreeSet<>();
    for (int i = 0; i < POINTS; i++) {
      steps.add(Math.round(first + (last - first) * (i / (POINTS - 1.0))));
    }
    return steps;
  }

  private static BandPoint point(long step, double[] values) {
    double low = Arrays.stream(values).min().orElseThrow();
    double high = Arrays.stream(values).max().orElseThrow();
    // A mean of equal values can be off by a rounding.
    double middle = Math.max(low, Math.min(high, Statistics.interquartileMean(values)));
    return new BandPoint(step, low, middle, high);
  }
}
