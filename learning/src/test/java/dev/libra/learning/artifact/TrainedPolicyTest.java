package dev.libra.learning.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.environment.Environment;
import dev.libra.environment.ObservationSpace;
import dev.libra.learning.agent.AgentSettings;
import dev.libra.learning.inference.Head;
import dev.libra.learning.inference.LearnedInference;
import dev.libra.learning.inference.ObservationLayout;
import dev.libra.learning.normalization.NormalizationStatistics;
import dev.libra.learning.result.CurvePoint;
import dev.libra.learning.result.Evaluation;
import dev.libra.learning.training.Presets;
import dev.libra.learning.training.Task;
import dev.libra.learning.training.Training;
import dev.libra.learning.training.TrainingPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedPolicyTest {

  @ParameterizedTest
  @ValueSource(strings = {"ppo", "dqn"})
  void decidesAsTheAgentThatWasTrained(String agent) {
    Training training = trained(agent, 3);
    LearnedInference inference = artifact(training).inference();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      double[] observation = random.doubles(inference.observationSize(), -2, 2).toArray();
      boolean[] mask = {true, true};
      int[] expected = training.agent().act(new double[][] {observation}, new boolean[][] {mask});
      assertThat(inference.choose(observation, mask).action()).isEqualTo(expected[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ppo", "dqn"})
  void theSameSeedGivesTheSameDigest(String agent) {
    String digest = artifact(trained(agent, 3)).digest();
    assertThat(artifact(trained(agent, 3)).digest()).isEqualTo(digest);
    assertThat(artifact(trained(agent, 4)).digest()).isNotEqualTo(digest);
  }

  private static Training trained(String agent, long seed) {
    AgentSettings settings = Presets.shipped().get(agent, "cartpole");
    return new Training(new TrainingPlan(Task.control("cartpole"), settings, seed, 3000)).run();
  }

  private static PolicyArtifact artifact(Training training) {
    TrainingPlan plan = training.plan();
    Environment environment = plan.task().environments().get();
    List<String> features =
        environment.observationSpace().features().stream()
            .map(ObservationSpace.Feature::name)
            .toList();
    int frames = plan.settings().frameStack();
    int inputs = features.size() * frames;
    Manifest manifest =
        new Manifest(
            plan.settings().algorithm(),
            plan.task().name(),
            head(training),
            environment.actionSpace().names(),
            new ObservationLayout(plan.task().name(), 1, features),
            frames,
            training.agent().normalization().orElse(NormalizationStatistics.none(inputs)),
            new Provenance(plan.seed(), plan.steps(), Map.of(), Map.of(), "unknown"),
            new Evaluation(1, 0, 0),
            Instant.now());
    return PolicyArtifact.of(
        manifest, training.agent().network().modelBytes(), List.of(new CurvePoint(3000, 1, 1)));
  }

  private static Head head(Training training) {
    return Head.of(training.agent().network().spec().outputs());
  }
}
