package dev.libra.learning.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.SeededRandom;
import dev.libra.environment.States;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PrioritizedSamplingTest {

  @Test
  void drawsInProportionToTheErrorAndMakesUpForItWithWeights() {
    PrioritizedSampling sampling = new PrioritizedSampling(3, 1, 1);
    for (int i = 0; i < 3; i++) {
      sampling.added(i);
    }
    sampling.learned(new int[] {0, 1, 2}, new double[] {1, -2, 5});
    Sampling.Draw draw = sampling.draw(3, 80_000, 0, new SeededRandom(1));
    for (int i = 0; i < 3; i++) {
      int index = i;
      double share = Arrays.stream(draw.indices()).filter(d -> d == index).count() / 80_000.0;
      assertThat(share).isCloseTo(new double[] {1 / 8.0, 2 / 8.0, 5 / 8.0}[i], within(0.01));
    }
    for (int k = 0; k < draw.indices().length; k++) {
      double weight = new double[] {1, 0.5, 0.2}[draw.indices()[k]];
      assertThat(draw.weights()[k]).isCloseTo(weight, within(1e-5));
    }
  }

  @Test
  void drawsTheSameAfterItsStateWasRestored() {
    PrioritizedSampling first = new PrioritizedSampling(5, 0.6, 0.4);
    for (int i = 0; i < 4; i++) {
      first.added(i);
    }
    first.learned(new int[] {1, 3}, new double[] {0.1, 7});
    PrioritizedSampling second =
        States.into(new PrioritizedSampling(5, 0.6, 0.4), States.of(first));
    second.added(4);
    first.added(4);
    assertThat(second.draw(5, 50, 0.5, new SeededRandom(2)))
        .usingRecursiveComparison()
        .isEqualTo(first.draw(5, 50, 0.5, new SeededRandom(2)));
  }

  @Property(tries = 200)
  void theSumTreeFindsWhatALinearSearchFinds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    SumTree tree = new SumTree(size);
    double[] weights = new double[size];
    for (int i = 0; i < 3 * size; i++) {
      int index = random.nextInt(size);
      weights[index] = random.nextInt(1, 10);
      tree.set(index, weights[index]);
    }
    assertThat(tree.total()).isEqualTo(Arrays.stream(weights).sum());
    double wanted = random.nextDouble() * tree.total();
    int expected = 0;
    double sum = weights[0];
    while (sum <= wanted) {
      sum += weights[++expected];
    }
    assertThat(tree.find(wanted)).isEqualTo(expected);
  }
}
