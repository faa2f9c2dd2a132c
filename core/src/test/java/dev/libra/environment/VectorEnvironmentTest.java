package dev.libra.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.environment.control.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VectorEnvironmentTest {

  private static VectorEnvironment vector(String task, int size) {
    return new VectorEnvironment(Stream.generate(() -> Tasks.named(task)).limit(size).toList());
  }

  @Test
  void keepsTheFinalObservationOfATruncatedEpisodeApartFromTheNextEpisodesFirst() {
    VectorEnvironment vector = vector("mountaincar", 2);
    vector.reset(1);
    VectorStep step = null;
    for (int i = 0; i < 200; i++) {
      step = vector.step(new int[] {1, 1});
    }
    assertThat(step.truncated()).containsExactly(true, true);
    assertThat(step.terminated()).containsExactly(false, false);
    assertThat(step.successor(0)).isEqualTo(step.finalObservations()[0]);
    assertThat(step.successor(0)).isNotEqualTo(step.observations()[0]);
    assertThat(step.observations()[0][1]).as("velocity after reset").isZero();
    assertThat(step.episodes())
        .containsExactly(new EpisodeResult(-200, 200), new EpisodeResult(-200, 200));
  }

  @Test
  void hasNoFinalObservationWhileAnEpisodeRuns() {
    VectorEnvironment vector = vector("cartpole", 1);
    vector.reset(1);
    VectorStep step = vector.step(new int[] {0});
    assertThat(step.finalObservations()[0]).isNull();
    assertThat(step.successor(0)).isEqualTo(step.observations()[0]);
  }

  @Test
  void keepsTheHindsightOfAnEpisodesLastStateApartFromTheNextOnes() {
    VectorEnvironment vector =
        new VectorEnvironment(List.of(new Counted(Tasks.named("mountaincar"))));
    vector.reset(1);
    assertThat(vector.hindsightSize()).isEqualTo(1);
    VectorStep step = vector.step(new int[] {1});
    assertThat(vector.hindsight()).isDeepEqualTo(new double[][] {{1}});
    assertThat(step.finalHindsight()[0]).isNull();
    for (int i = 1; i < 200; i++) {
      step = vector.step(new int[] {1});
    }
    assertThat(step.finalHindsight()).isDeepEqualTo(new double[][] {{200}});
    assertThat(vector.hindsight()).isDeepEqualTo(new double[][] {{0}});
  }

  /** Shows how many steps its episode has had. */
  private static final class Counted extends Wrapper {
    private int steps;

    Counted(Environment environment) {
      super(environment);
    }

    @Override
    public double[] reset() {
      steps = 0;
      return super.reset();
    }

    @Override
    public Step step(int action) {
      steps++;
      return environment.step(action);
    }

    @Override
    public double[] hindsight() {
      return new double[] {steps};
    }
  }

  @Test
  void givesEachEnvironmentASeedOfItsOwn() {
    VectorEnvironment vector = vector("cartpole", 4);
    vector.reset(1);
    assertThat(Arrays.stream(vector.observations()).map(Arrays::toString).distinct()).hasSize(4);
  }

  @Test
  void leavesTheLastEnvironmentsAloneWhenThereAreFewerActions() {
    VectorEnvironment vector = vector("cartpole", 3);
    vector.reset(1);
    double[] last = vector.observations()[2];
    assertThat(vector.step(new int[] {0, 1}).size()).isEqualTo(2);
    assertThat(vector.observations()[2]).isEqualTo(last);
  }

  @Test
  void goesOnWithTheSameBitsAfterItsStateWasRestored() {
    VectorEnvironment first = vector("masked", 2);
    first.reset(4);
    VectorEnvironment second = States.into(vector("masked", 2), States.of(first));
    assertThat(second.masks()).isDeepEqualTo(first.masks());
    for (int i = 0; i < 150; i++) {
      int[] actions = Arrays.stream(first.masks()).mapToInt(VectorEnvironmentTest::any).toArray();
      VectorStep expected = first.step(actions);
      VectorStep found = second.step(actions);
      assertThat(found.observations()).isDeepEqualTo(expected.observations());
      assertThat(found.rewards()).isEqualTo(expected.rewards());
      assertThat(found.episodes()).isEqualTo(expected.episodes());
    }
  }

  private static int any(boolean[] mask) {
    int action = 0;
    while (!mask[action]) {
      action++;
    }
    return action;
  }
}
