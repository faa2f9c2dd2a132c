package dev.libra.learning.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NStepReturnsTest {
  private static final boolean[] MASK = {true, false};

  private final List<Transition> transitions = new ArrayList<>();
  private final NStepReturns returns = new NStepReturns(3, 0.9, 1, transitions::add);

  private void step(int at, double reward, boolean terminated, boolean truncated) {
    returns.add(new float[] {at}, at, reward, terminated, truncated, new float[] {at + 1}, MASK);
  }

  @Test
  void sumsThreeRewardsAndThenBootstraps() {
    step(0, 1, false, false);
    step(1, 2, false, false);
    assertThat(transitions).isEmpty();
    step(2, 4, false, false);
    assertThat(transitions).hasSize(1);
    assertTransition(0, 0, 1 + 0.9 * 2 + 0.81 * 4, 0.729, 3);
    step(3, 8, false, false);
    assertTransition(1, 1, 2 + 0.9 * 4 + 0.81 * 8, 0.729, 4);
  }

  @Test
  void atATerminalStateTheLastOnesAreShorterAndWithoutValue() {
    step(0, 1, false, false);
    step(1, 2, true, false);
    assertThat(transitions).hasSize(2);
    assertTransition(0, 0, 1 + 0.9 * 2, 0, 2);
    assertTransition(1, 1, 2, 0, 2);
  }

  @Test
  void atATruncationTheLastOnesBootstrapFromTheLastState() {
    step(0, 1, false, false);
    step(1, 2, false, true);
    assertTransition(0, 0, 1 + 0.9 * 2, 0.81, 2);
    assertTransition(1, 1, 2, 0.9, 2);
  }

  @Test
  void theNextEpisodeStartsAfresh() {
    step(0, 1, true, false);
    step(5, 1, false, false);
    step(6, 1, false, false);
    assertThat(transitions).hasSize(1);
    step(7, 1, false, false);
    assertTransition(1, 5, 1 + 0.9 + 0.81, 0.729, 8);
  }

  private void assertTransition(int index, int from, double reward, double discount, int to) {
    Transition transition = transitions.get(index);
    assertThat(transition.observation()).containsExactly(from);
    assertThat(transition.action()).isEqualTo(from);
    assertThat(transition.reward()).isCloseTo(reward, within(1e-6));
    assertThat(transition.discount()).isCloseTo(discount, within(1e-6));
    assertThat(transition.next()).containsExactly(to);
    assertThat(transition.nextMask()).isEqualTo(MASK);
  }
}
