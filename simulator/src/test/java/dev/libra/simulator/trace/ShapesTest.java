package dev.libra.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.environment.SeededRandom;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ShapesTest {
  private static final int SECONDS = 40_960;

  /** Averages over a minute hardly tell where the load was: noise. */
  @Test
  void noiseIsGoneWhenItIsAveraged() {
    assertThat(leftOver(64, (level, random) -> Shapes.noisy(level, 0.2, random))).isLessThan(0.3);
  }

  @Test
  void aSelfSimilarLoadIsRoughAtEveryScale() {
    assertThat(leftOver(64, Shapes::selfSimilar)).isBetween(0.5, 0.95);
    assertThat(leftOver(1024, Shapes::selfSimilar)).isBetween(0.2, 0.7);
  }

  /** Mean over seeds of how much of the variance is left when so many seconds are averaged. */
  private static double leftOver(int seconds, BiFunction<double[], SeededRandom, double[]> shape) {
    int seeds = 20;
    double sum = 0;
    for (int seed = 0; seed < seeds; seed++) {
      double[] rates = shape.apply(Shapes.constant(SECONDS, 1), new SeededRandom(seed));
      double[] means = new double[SECONDS / seconds];
      for (int i = 0; i < means.length; i++) {
        means[i] = Arrays.stream(rates, i * seconds, (i + 1) * seconds).average().orElseThrow();
      }
      sum += variance(means) / variance(rates);
    }
    return sum / seeds;
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  @Test
  void jobsComeByTheClock() {
    for (int seed = 0; seed < 20; seed++) {
      double[] rates = Shapes.scheduled(Shapes.constant(SECONDS, 1), new SeededRandom(seed));
      assertThat(Arrays.stream(rates).min()).hasValue(1);
      assertThat(Shapes.max(rates)).isBetween(1.2, 10.0);
      assertThat(Arrays.stream(rates).filter(rate -> rate > 1).count())
          .isBetween(SECONDS / 100L, (long) SECONDS);
    }
  }
}
