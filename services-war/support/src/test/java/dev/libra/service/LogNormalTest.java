package dev.libra.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LogNormalTest {

  @Test
  void hasItsMedianAndItsSigma() {
    double[] draws = draws(new LogNormal(40, 0.5), 7);
    Arrays.sort(draws);
    assertThat(draws[draws.length / 2]).isCloseTo(40, within(1.0));
    // One sigma above the median lies the 84th percentile.
    assertThat(draws[(int) (draws.length * 0.8413)]).isCloseTo(40 * Math.exp(0.5), within(2.0));
  }

  @Test
  void theSameSeedGivesTheSameDraws() {
    LogNormal distribution = new LogNormal(40, 0.5);
    assertThat(draws(distribution, 3)).isEqualTo(draws(distribution, 3));
  }

  @Test
  void withoutSigmaIsItsMedian() {
    assertThat(draws(new LogNormal(40, 0), 1)).containsOnly(40);
  }

  @Test
  void refusesWhatNoDistributionHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogNormal(-1, 0))
        .withMessage("median must be within 0-600000, was: -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogNormal(1, Double.NaN))
        .withMessage("sigma must be within 0-3, was: NaN");
  }

  private static double[] draws(LogNormal distribution, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return DoubleStream.generate(() -> distribution.draw(random)).limit(20_000).toArray();
  }
}
