package dev.libra.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void sameSeedGivesTheSameInterval() {
    double[] values = new Random(2).doubles(100).toArray();
    assertThat(interval(values, 4)).isEqualTo(interval(values, 4));
    assertThat(interval(values, 4)).isNotEqualTo(interval(values, 5));
  }

  @Test
  void equalValuesGiveAPoint() {
    assertThat(interval(new double[] {7, 7, 7}, 1)).isEqualTo(new Interval(7, 7));
  }

  @Test
  void isNearTheNormalIntervalOfTheMeanForManyValues() {
    Random random = new Random(1);
    double[] values = random.doubles(1000).toArray();
    Interval interval =
        Bootstrap.standard().interval(values, Statistics::mean, new SplittableRandom(1));
    // 1.96 standard errors of a uniform variable's mean
    double half = 1.96 * Math.sqrt(1 / 12.0 / 1000);
    double mean = Statistics.mean(values);
    assertThat(interval.low()).isCloseTo(mean - half, within(0.002));
    assertThat(interval.high()).isCloseTo(mean + half, within(0.002));
  }

  @Test
  void drawsEveryTaskFromItsOwnSeedsOnly() {
    // Drawn from all six together, a mean other than 50 would come out.
    List<double[]> tasks = List.of(new double[] {0, 0, 0}, new double[] {100, 100, 100});
    assertThat(Bootstrap.standard().interval(tasks, Statistics::mean, new SplittableRandom(1)))
        .isEqualTo(new Interval(50, 50));
  }

  private static Interval interval(double[] values, long seed) {
    return new Bootstrap(500, 0.95)
        .interval(values, Statistics::interquartileMean, new SplittableRandom(seed));
  }
}
