package dev.libra.statistics;

import dev.libra.fleet.Check;
import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/** Point estimates over one value per seed. */
public final class Statistics {

  // Far from where sums overflow.
  private static final double MAX = 1e100;

  private Statistics() {}

  /**
   * @throws IllegalArgumentException if there is no value or one is not within ±1e100
   */
  public static double mean(double... values) {
    return StatUtils.mean(check(values));
  }

  /**
   * The mean of the middle half: a quarter of the values (rounded down) is left out at each end.
   *
   * <p>Agarwal et al. 2021, Deep Reinforcement Learning at the Edge of the Statistical Precipice
   * (arXiv 2108.13264); the same as rliable's {@code scipy.stats.trim_mean(0.25)}.
   *
   * @throws IllegalArgumentException if there is no value or one is not within ±1e100
   */
  public static double interquartileMean(double... values) {
    double[] sorted = check(values).clone();
    Arrays.sort(sorted);
    int cut = sorted.length / 4;
    return StatUtils.mean(sorted, cut, sorted.length - 2 * cut);
  }

  /**
   * The middle value; of an even number the mean of the middle two.
   *
   * @throws IllegalArgumentException if there is no value or one is not within ±1e100
   */
  public static double median(double... values) {
    return StatUtils.percentile(check(values), 50);
  }

  /**
   * @throws IllegalArgumentException if there is no value or one is not within ±1e100
   */
  public static double worst(double... values) {
    return StatUtils.min(check(values));
  }

  private static double[] check(double[] values) {
    Check.between("number of values", values.length, 1, Integer.MAX_VALUE);
    for (double value : values) {
      Check.between("value", value, -MAX, MAX);
    }
    return values;
  }
}
