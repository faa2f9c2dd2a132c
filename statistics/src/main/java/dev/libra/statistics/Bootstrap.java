package dev.libra.statistics;

import dev.libra.fleet.Check;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Percentile bootstrap, stratified: each task's seeds are drawn again with replacement, and the
 * statistic is taken of all tasks together (Efron 1979; stratified as in Agarwal et al. 2021, arXiv
 * 2108.13264).
 *
 * @param replicates how often it is drawn; 2 000 give two stable digits, rliable takes 50 000
 * @param confidence such as 0.95
 */
public record Bootstrap(int replicates, double confidence) {

  public Bootstrap {
    Check.between("replicates", replicates, 1, 10_000_000);
    Check.between("confidence", confidence, 0.01, 0.9999);
  }

  /** 95 % of 10 000. */
  public static Bootstrap standard() {
    return new Bootstrap(10_000, 0.95);
  }

  /** The interval for one task's values. */
  public Interval interval(
      double[] values, ToDoubleFunction<double[]> statistic, RandomGenerator random) {
    return interval(List.of(values), statistic, random);
  }

  /**
   * @param strata one array per task, one value per seed
   * @param random the same state gives the same interval
   */
  public Interval interval(
      List<double[]> strata, ToDoubleFunction<double[]> statistic, RandomGenerator random) {
    int size = strata.stream().mapToInt(stratum -> stratum.length).sum();
    Check.between("number of values", size, 1, Integer.MAX_VALUE);
    double[] drawn = new double[size];
    double[] estimates = new double[replicates];
    for (int i = 0; i < replicates; i++) {
      draw(strata, drawn, random);
      estimates[i] = statistic.applyAsDouble(drawn);
    }
    return percentiles(estimates);
  }

  private Interval percentiles(double[] estimates) {
    double outside = (1 - confidence) / 2 * 100;
    // R-7 interpolates as numpy does.
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(estimates);
    return new Interval(percentile.evaluate(outside), percentile.evaluate(100 - outside));
  }

  private static void draw(List<double[]> strata, double[] drawn, RandomGenerator random) {
    int next = 0;
    for (double[] stratum : strata) {
      for (int i = 0; i < stratum.length; i++) {
        drawn[next++] = stratum[random.nextInt(stratum.length)];
      }
    }
  }
}
