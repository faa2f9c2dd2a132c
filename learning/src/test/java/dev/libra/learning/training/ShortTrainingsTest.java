package dev.libra.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.TimeLimit;
import dev.libra.learning.agent.Agent;
import dev.libra.learning.agent.AgentSettings;
import dev.libra.learning.network.NetworkSpec;
import java.util.Map;
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

  /**
   * After one rollout of 2 048 steps, 29 per state, a state's right action has been seen with
   * probability 1 − (14 ÷ 15)²⁹ = 0.86; after two it is learned.
   */
  @Test
  void maskingMakesSeventyActionsEasyAndWithoutItTheyAreNot() {
    AgentSettings settings = PRESETS.get("ppo", "masked");
    Task masked = Task.control("masked");
    Task unmasked = Task.control("unmasked");
    for (long seed = 1; seed <= 2; seed++) {
      assertThat(trained(masked, settings, seed, 2048).evaluate(20).meanReturn())
          .as("masked, one rollout, seed %d", seed)
          .isGreaterThanOrEqualTo(80);
      assertThat(trained(masked, settings, seed, 4096).evaluate(20).meanReturn())
          .as("masked, two rollouts, seed %d", seed)
          .isGreaterThanOrEqualTo(90);
      assertThat(trained(unmasked, settings, seed, 4096).evaluate(20).meanReturn())
          .as("unmasked, two rollouts, seed %d", seed)
          .isLessThan(60);
    }
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
