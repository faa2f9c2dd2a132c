package dev.libra.learning.report;

import dev.libra.statistics.Bootstrap;
import dev.libra.statistics.Interval;
import dev.libra.statistics.Statistics;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;

/** All seeds of one task, and what the page says of them. */
final class TaskResult {
  // Fixed, so that the same results give the same page.
  private static final long BOOTSTRAP_SEED = 1;

  private final List<ResultRow> rows;

  /**
   * @param rows at least one, all of the same task
   * @throws IllegalArgumentException if a seed comes twice or agent, env, steps or bar differ
   */
  TaskResult(List<ResultRow> rows) {
    this.rows = List.copyOf(rows);
    Set<Long> seeds = new HashSet<>();
    for (ResultRow row : rows) {
      if (!seeds.add(row.seed())) {
        throw new IllegalArgumentException(
            "task " + row.task() + " has seed " + row.seed() + " twice");
      }
      ResultRow first = rows.get(0);
      boolean alike =
          row.agent().equals(first.agent())
              && row.env().equals(first.env())
              && row.steps() == first.steps()
              && row.bar().equals(first.bar());
      if (!alike) {
        throw new IllegalArgumentException(
            "task %s must have the same agent, env, steps and bar for every seed, seed %d differs"
                .formatted(row.task(), row.seed()));
      }
    }
  }

  String task() {
    return rows.get(0).task();
  }

  String agent() {
    return rows.get(0).agent();
  }

  String env() {
    return rows.get(0).env();
  }

  long steps() {
    return rows.get(0).steps();
  }

  OptionalDouble bar() {
    return rows.get(0).bar();
  }

  int seeds() {
    return rows.size();
  }

  double mean() {
    return Statistics.mean(returns());
  }

  double interquartileMean() {
    return Statistics.interquartileMean(returns());
  }

  Interval interval() {
    return Bootstrap.standard()
        .interval(returns(), Statistics::interquartileMean, new SplittableRandom(BOOTSTRAP_SEED));
  }

  /** The row of the lowest return. */
  ResultRow worst() {
    return rows.stream().min(Comparator.comparingDouble(ResultRow::meanReturn)).orElseThrow();
  }

  double medianStepsPerSecond() {
    return StatUtils.percentile(rows.stream().mapToDouble(ResultRow::stepsPerSecond).toArray(), 50);
  }

  /** Whether the interquartile mean is at least the bar; true without a bar. */
  boolean reached() {
    return interquartileMean() >= bar().orElse(Double.NEGATIVE_INFINITY);
  }

  private double[] returns() {
    return rows.stream().mapToDouble(ResultRow::meanReturn).toArray();
  }
}
