package dev.libra.learning.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.SeededRandom;
import org.junit.jupiter.api.Test;

class NormalizersTest {

  @Test
  void mergedBatchesHaveTheMomentsOfTheWhole() {
    SeededRandom random = new SeededRandom(1);
    RunningMoments moments = new RunningMoments(1);
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int batch = 0; batch < 50; batch++) {
      double[][] rows = new double[1 + random.nextInt(9)][1];
      for (double[] row : rows) {
        row[0] = 5 + 3 * random.nextGaussian();
        sum += row[0];
        squares += row[0] * row[0];
        count++;
      }
      moments.add(rows);
    }
    double mean = sum / count;
    assertThat(moments.mean()[0]).isCloseTo(mean, within(1e-3));
    assertThat(moments.variance()[0]).isCloseTo(squares / count - mean * mean, within(1e-2));
  }

  @Test
  void observationsGetMeanZeroAndDeviationOneAndAreClipped() {
    ObservationNormalizer normalizer = new ObservationNormalizer(1, true);
    normalizer.observe(new double[][] {{8}, {12}});
    assertThat(normalizer.normalize(new double[] {12}, new double[] {1e6}))
        .containsExactly(new float[] {1, 10}, within(1e-3f));
    assertThat(normalizer.statistics().orElseThrow().mean().get(0)).isCloseTo(10, within(1e-2));
  }

  @Test
  void switchedOffItLeavesObservationsAsTheyAre() {
    ObservationNormalizer normalizer = new ObservationNormalizer(2, false);
    normalizer.observe(new double[][] {{8, 9}});
    assertThat(normalizer.normalize(new double[] {1, 50})).containsExactly(1, 50);
    assertThat(normalizer.statistics()).isEmpty();
  }

  @Test
  void rewardsAreScaledByTheDeviationOfTheReturnButNotShifted() {
    RewardNormalizer normalizer = new RewardNormalizer(1, 0.9, true);
    double last = 0;
    for (int i = 0; i < 2000; i++) {
      last = normalizer.normalize(new double[] {-4}, new boolean[] {i % 20 == 19})[0];
    }
    assertThat(last).isNegative().isGreaterThan(-4);
  }
}
