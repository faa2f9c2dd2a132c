package dev.libra.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.environment.control.Tasks;
import org.junit.jupiter.api.Test;

class FrameStackTest extends EnvironmentContract {

  @Override
  protected Environment environment() {
    return new FrameStack(Tasks.named("cartpole-no-velocity"), 3);
  }

  @Test
  void startsWithCopiesAndThenShowsTheOldestFirst() {
    Environment plain = Tasks.named("cartpole-no-velocity");
    double[] first = plain.reset(3);
    double[] second = plain.step(1).observation();
    Environment stacked = environment();
    assertThat(stacked.reset(3))
        .containsExactly(first[0], first[1], first[0], first[1], first[0], first[1]);
    assertThat(stacked.step(1).observation())
        .containsExactly(first[0], first[1], first[0], first[1], second[0], second[1]);
    assertThat(stacked.observationSpace().features().get(5).name()).isEqualTo("angle-0");
  }
}
