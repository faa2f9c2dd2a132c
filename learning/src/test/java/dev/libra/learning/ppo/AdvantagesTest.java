package dev.libra.learning.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AdvantagesTest {
  private static final boolean[] NEVER = {false, false, false};
  private static final boolean[] LAST = {false, false, true};
  private static final boolean[] MIDDLE = {false, true, false};
  private static final double[] REWARDS = {1, 2, 3};
  private static final double[] VALUES = {0.5, 0.6, 0.7};
  private static final double[] NEXT = {0.6, 0.7, 0.8};

  @Test
  void sumsDiscountedTemporalDifferences() {
    double[] advantages = Advantages.estimate(REWARDS, VALUES, NEXT, NEVER, NEVER, 0.9, 0.8);
    double d0 = 1 + 0.9 * 0.6 - 0.5;
    double d1 = 2 + 0.9 * 0.7 - 0.6;
    double d2 = 3 + 0.9 * 0.8 - 0.7;
    assertThat(advantages)
        .containsExactly(
            new double[] {d0 + 0.72 * d1 + 0.72 * 0.72 * d2, d1 + 0.72 * d2, d2}, within(1e-6));
  }

  @Test
  void aTerminalStateHasNoValueButATruncatedEpisodesLastStateHas() {
    double[] terminated = Advantages.estimate(REWARDS, VALUES, NEXT, LAST, NEVER, 0.9, 0.8);
    double[] truncated = Advantages.estimate(REWARDS, VALUES, NEXT, NEVER, LAST, 0.9, 0.8);
    assertThat(terminated[2]).isCloseTo(3 - 0.7, within(1e-6));
    assertThat(truncated[2]).isCloseTo(3 + 0.9 * 0.8 - 0.7, within(1e-6));
  }

  @Test
  void nothingFlowsBackOverAnEpisodesEnd() {
    double[] terminated = Advantages.estimate(REWARDS, VALUES, NEXT, MIDDLE, NEVER, 0.9, 0.8);
    double[] truncated = Advantages.estimate(REWARDS, VALUES, NEXT, NEVER, MIDDLE, 0.9, 0.8);
    assertThat(terminated[1]).isCloseTo(2 - 0.6, within(1e-6));
    assertThat(truncated[1]).isCloseTo(2 + 0.9 * 0.7 - 0.6, within(1e-6));
  }

  @Property(tries = 200)
  void withLambdaOneItIsTheDiscountedReturnLessTheValue(
      @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double discount) {
    double[] rewards = new SplittableRandom(seed).doubles(6, -5, 5).toArray();
    double[] values = {1, -1, 2, -2, 3, -3};
    double[] next = {-1, 2, -2, 3, -3, 4};
    boolean[] never = new boolean[6];
    double[] advantages = Advantages.estimate(rewards, values, next, never, never, discount, 1);
    double expected = 4;
    for (int t = 5; t >= 0; t--) {
      expected = rewards[t] + discount * expected;
      assertThat(advantages[t]).isCloseTo(expected - values[t], within(1e-6));
    }
  }
}
