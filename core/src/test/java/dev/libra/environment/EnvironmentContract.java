package dev.libra.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Environment} keeps to. */
public abstract class EnvironmentContract {

  /** A new environment, whose episodes end within 1 000 steps. */
  protected abstract Environment environment();

  @Test
  void givesObservationsOfItsSpace() {
    Environment environment = environment();
    ObservationSpace space = environment.observationSpace();
    assertThat(space.contains(environment.reset(1))).isTrue();
    SeededRandom random = new SeededRandom(1);
    for (int i = 0; i < 2000; i++) {
      Step step = environment.step(anyAllowed(environment, random));
      assertThat(space.contains(step.observation()))
          .as("step %d: %s", i, Arrays.toString(step.observation()))
          .isTrue();
      if (step.ended()) {
        assertThat(space.contains(environment.reset())).isTrue();
      }
    }
  }

  @Test
  void theSameSeedAndActionsGiveTheSameBits() {
    assertThat(play(environment(), 7, 600)).isEqualTo(play(environment(), 7, 600));
    assertThat(play(environment(), 7, 600)).isNotEqualTo(play(environment(), 8, 600));
  }

  @Test
  void aSeededResetForgetsWhatWasBefore() {
    Environment used = environment();
    play(used, 3, 50);
    assertThat(play(used, 7, 100)).isEqualTo(play(environment(), 7, 100));
  }

  @Test
  void goesOnWithTheSameBitsAfterItsStateWasRestored() {
    Environment first = environment();
    play(first, 5, 130);
    Environment second = States.into(environment(), States.of(first));
    assertThat(second.actionMask()).isEqualTo(first.actionMask());
    assertThat(walk(second, new SeededRandom(9), 300))
        .isEqualTo(walk(first, new SeededRandom(9), 300));
  }

  @Test
  void showsAsMuchHindsightAlways() {
    Environment environment = environment();
    int size = environment.hindsight().length;
    environment.reset(1);
    SeededRandom random = new SeededRandom(1);
    for (int i = 0; i < 200; i++) {
      Step step = environment.step(anyAllowed(environment, random));
      assertThat(environment.hindsight()).hasSize(size).doesNotContain(Double.NaN);
      if (step.ended()) {
        environment.reset();
      }
    }
    Environment restored = States.into(environment(), States.of(environment));
    assertThat(restored.hindsight()).isEqualTo(environment.hindsight());
  }

  @Test
  void allowsAtLeastOneAction() {
    Environment environment = environment();
    environment.reset(1);
    assertThat(environment.actionMask()).hasSize(environment.actionSpace().size()).contains(true);
  }

  @Test
  void endsEveryEpisodeEitherWayAndThenRefusesToStep() {
    Environment environment = environment();
    environment.reset(1);
    SeededRandom random = new SeededRandom(1);
    Step step = environment.step(anyAllowed(environment, random));
    for (int i = 0; i < 1000 && !step.ended(); i++) {
      step = environment.step(anyAllowed(environment, random));
    }
    assertThat(step.terminated() ^ step.truncated()).isTrue();
    assertThatThrownBy(() -> environment.step(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesAnActionOutsideItsSpaceAndAStepBeforeReset() {
    Environment environment = environment();
    assertThatThrownBy(() -> environment.step(0)).isInstanceOf(IllegalStateException.class);
    environment.reset(1);
    int size = environment.actionSpace().size();
    assertThatThrownBy(() -> environment.step(size)).hasMessageContaining("action");
    assertThatThrownBy(() -> environment.step(-1)).hasMessageContaining("action");
  }

  @Test
  void handsOutArraysThatTheCallerMayChange() {
    Environment environment = environment();
    double[] observation = environment.reset(4);
    Arrays.fill(observation, 1e9);
    Arrays.fill(environment.actionMask(), false);
    assertThat(environment.observationSpace().contains(environment.reset())).isTrue();
    assertThat(environment.actionMask()).contains(true);
  }

  private static List<Object> play(Environment environment, long seed, int steps) {
    List<Object> seen = new ArrayList<>();
    addAll(seen, environment.reset(seed));
    seen.addAll(walk(environment, new SeededRandom(2), steps));
    return seen;
  }

  private static List<Object> walk(Environment environment, SeededRandom random, int steps) {
    List<Object> seen = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      Step step = environment.step(anyAllowed(environment, random));
      addAll(seen, step.observation());
      seen.addAll(List.of(step.reward(), step.terminated(), step.truncated()));
      if (step.ended()) {
        addAll(seen, environment.reset());
      }
    }
    return seen;
  }

  private static void addAll(List<Object> seen, double[] observation) {
    Arrays.stream(observation).forEach(seen::add);
  }

  private static int anyAllowed(Environment environment, SeededRandom random) {
    boolean[] mask = environment.actionMask();
    int[] allowed = IntStream.range(0, mask.length).filter(i -> mask[i]).toArray();
    return allowed[random.nextInt(allowed.length)];
  }
}
