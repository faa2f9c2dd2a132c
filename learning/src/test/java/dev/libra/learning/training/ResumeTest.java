package dev.libra.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.environment.EpisodeResult;
import dev.libra.learning.agent.AgentSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResumeTest {
  private static final long STEPS = 2000;

  static Stream<TrainingPlan> plans() {
    Presets presets = Presets.shipped();
    Map<String, String> everything =
        Map.ofEntries(
            Map.entry("doubleDqn", "true"),
            Map.entry("dueling", "true"),
            Map.entry("nStep", "3"),
            Map.entry("prioritized", "true"),
            Map.entry("environments", "2"),
            Map.entry("frameStack", "2"),
            Map.entry("hiddenUnits", "32 32"),
            Map.entry("learningStarts", "500"),
            Map.entry("trainFrequency", "10"),
            Map.entry("gradientSteps", "4"),
            Map.entry("bufferSize", "1000"));
    return Stream.of(
        plan("cartpole", presets.get("ppo", "cartpole")),
        plan("acrobot", presets.get("ppo", "acrobot", Map.of("rolloutSteps", "32"))),
        plan("masked", presets.get("ppo", "masked", Map.of("rolloutSteps", "256"))),
        plan("cartpole-no-velocity", presets.get("dqn", "cartpole", everything)),
        plan(
            "mountaincar",
            presets.get(
                "dqn", "mountaincar", Map.of("hiddenUnits", "32", "learningStarts", "200"))));
  }

  private static TrainingPlan plan(String task, AgentSettings settings) {
    return new TrainingPlan(Task.control(task), settings, 11, STEPS);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void aTrainingThatStoppedAndWentOnEndsWithTheSameBitsAsOneThatDidNot(TrainingPlan plan) {
    byte[] straight = state(new Training(plan).run());
    Training first = new Training(plan);
    first.run(progress -> {}, STEPS, () -> first.step() >= STEPS / 2);
    assertThat(first.step()).isBetween(STEPS / 2, STEPS - 1);
    Training second = restored(plan, state(first));
    assertThat(state(second)).isEqualTo(state(first));
    assertThat(state(second.run())).isEqualTo(straight);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void takesExactlyTheStepsOfThePlan(TrainingPlan plan) {
    TrainingPlan odd = new TrainingPlan(plan.task(), plan.settings(), 1, 1237);
    assertThat(new Training(odd).run().step()).isEqualTo(1237);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void theSameSeedTwiceGivesTheSameRewardsAndWeightsAndAnotherSeedDoesNot(TrainingPlan plan) {
    TrainingPlan other = new TrainingPlan(plan.task(), plan.settings(), 12, STEPS);
    Training first = new Training(plan);
    Training second = new Training(plan);
    assertThat(episodes(first)).isEqualTo(episodes(second));
    assertThat(first.agent().network().parameters())
        .isEqualTo(second.agent().network().parameters())
        .isNotEqualTo(new Training(other).run().agent().network().parameters());
    assertThat(first.evaluate(3)).isEqualTo(second.evaluate(3));
  }

  private static List<EpisodeResult> episodes(Training training) {
    List<EpisodeResult> episodes = new ArrayList<>();
    for (long left = STEPS; left > 0; ) {
      var update = training.agent().update(left);
      episodes.addAll(update.episodes());
      left -= update.steps();
    }
    return episodes;
  }

  @Test
  void refusesAStateOfAnotherPlan() {
    List<TrainingPlan> plans = plans().toList();
    byte[] state = state(new Training(plans.get(0)));
    assertThatThrownBy(() -> restored(plans.get(1), state))
        .hasMessageContaining("another plan")
        .hasMessageContaining("cartpole");
  }

  @Test
  void goesOnFromAFile(@TempDir Path folder) throws IOException {
    TrainingPlan plan = plans().findFirst().orElseThrow();
    CheckpointFile file = new CheckpointFile(folder.resolve("checkpoint.bin"));
    Training first = new Training(plan);
    first.run(progress -> {}, STEPS, () -> first.step() >= STEPS / 2);
    assertThat(file.exists()).isFalse();
    file.save(first);
    Training second = new Training(plan);
    file.restore(second);
    assertThat(state(second)).isEqualTo(state(first));
  }

  private static byte[] state(Training training) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      training.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Training restored(TrainingPlan plan, byte[] state) {
    Training training = new Training(plan);
    try {
      training.restore(new ByteArrayInputStream(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return training;
  }
}
