package dev.libra.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.TimeLimit;
import dev.libra.learning.agent.Agent;
import dev.libra.learning.agent.AgentSettings;
import dev.libra.learning.network.NetworkSpec;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings of a few seconds that a right learner passes and a wrong one does not. */
class ShortTrainingsTest {
  private static final Presets PRESETS = Presets.shipped();

  private static Training trained(Task task, AgentSettings settings, long seed, long steps) {
    return new Training(new TrainingPlan(task, settings, seed, steps)).run();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ppo", "dqn"})
  void learnsToNameTheStateIn1200Steps(String agent) {
    AgentSettings settings = PRESETS.get(agent, "identity");
    for (long seed = 1; seed <= 3; seed++) {
      Training training = trained(Task.control("identity"), settings, seed, 1200);
      assertThat(training.evaluate(20).meanReturn()).as("seed %d", seed).isGreaterThanOrEqualTo(90);
    }
  }

  @Test
  void maskingMakesSeventyActionsEasyAndWithoutItTheyAreNot() {
    assertThat(meanOfThreeSeeds("masked")).isGreaterThanOrEqualTo(90);
    assertThat(meanOfThreeSeeds("unmasked")).isLessThan(60);
  }

  private static double meanOfThreeSeeds(String task) {
    AgentSettings settings = PRESETS.get("ppo", "masked");
    return LongStream.rangeClosed(1, 3)
        .mapToObj(seed -> trained(Task.control(task), settings, seed, 2048))
        .mapToDouble(training -> training.evaluate(20).meanReturn())
        .average()
        .orElseThrow();
  }

  /** Episodes are cut off after 10 steps: without a bootstrap the value would be about 4. */
  @Test
  void theCriticValuesAnEndlessConstantRewardAtOneOverOneMinusGamma() {
    Task task = new Task("constant", () -> new TimeLimit(new ConstantReward(), 10));
    AgentSettings settings =
        PRESETS.get("ppo", "identity", Map.of("discount", "0.9", "learningRate", "0.01"));
    assertThat(output(trained(task, settings, 1, 6000).agent(), NetworkSpec.VALUE))
        .isCloseTo(10, within(1.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void qValuesOfAnEndlessConstantRewardAreOneOverOneMinusGamma(int nStep) {
    Task task = new Task("constant", () -> new TimeLimit(new ConstantReward(), 10));
    Map<String, String> overrides =
        Map.of("discount", "0.9", "targetInterval", "20", "nStep", Integer.toString(nStep));
    AgentSettings settings = PRESETS.get("dqn", "identity", overrides);
    assertThat(output(trained(task, settings, 1, 3000).agent(), NetworkSpec.Q_VALUES))
        .isCloseTo(10, within(1.0));
  }

  private static double output(Agent agent, String layer) {
    return agent.network().pass(1).forward(new float[] {1}).output(layer)[0];
  }
}
