package dev.libra.learning.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DqnLossTest {
  private static final double[] VALUES = {0.1, 0.2, 3.0, -2.0, 0.5, 0.4};
  private static final int[] ACTIONS = {1, 0, 0};
  private static final double[] TARGETS = {0.6, 0.5, 3.5};
  private static final double[] WEIGHTS = {1, 0.5, 0.8};

  /** The errors are −0.4, 2.5 and −3: inside Huber's square and beyond it, both ways. */
  @Test
  void itsGradientEqualsFiniteDifferences() {
    DqnLoss loss = DqnLoss.evaluate(VALUES, ACTIONS, TARGETS, WEIGHTS);
    double h = 1e-6;
    for (int i = 0; i < VALUES.length; i++) {
      double[] above = VALUES.clone();
      above[i] += h;
      double[] below = VALUES.clone();
      below[i] -= h;
      double slope =
          (DqnLoss.evaluate(above, ACTIONS, TARGETS, WEIGHTS).loss()
                  - DqnLoss.evaluate(below, ACTIONS, TARGETS, WEIGHTS).loss())
              / (2 * h);
      assertThat(loss.gradient()[i]).as("value %d", i).isCloseTo(slope, within(1e-6));
    }
    assertThat(loss.errors()).containsExactly(new double[] {-0.4, 2.5, -3}, within(1e-9));
  }

  @Test
  void theTargetTakesTheBestAllowedActionAndNothingFromATerminalState() {
    double[] values = {1, 9, 5, 1, 9, 5, 1, 9, 5};
    assertThat(DqnLoss.targets(batch(), values, values)).containsExactly(10 + 4.5, 20 + 8.1, 30);
  }

  @Test
  void doubleDqnChoosesWithOneNetworkAndValuesWithTheOther() {
    double[] choosing = {7, 9, 5, 1, 2, 3, 1, 1, 1};
    double[] valuing = {1, 9, 5, 1, 9, 4, 1, 9, 5};
    assertThat(DqnLoss.targets(batch(), choosing, valuing)).containsExactly(10 + 0.9, 20 + 3.6, 30);
  }

  private static ReplayBatch batch() {
    boolean[] all = {true, true, true};
    return new ReplayBatch(
        new float[0],
        new int[3],
        new double[] {10, 20, 30},
        new double[] {0.9, 0.9, 0},
        new float[0],
        new boolean[][] {{true, false, true}, all, all},
        null);
  }
}
