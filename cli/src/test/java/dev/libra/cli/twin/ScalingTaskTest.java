package dev.libra.cli.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.learning.artifact.ArtifactReader;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.decomposition.Decomposer;
import dev.libra.learning.decomposition.Decomposition;
import dev.libra.learning.policy.LearnedPolicy;
import dev.libra.learning.policy.LearnedPolicySettings;
import dev.libra.learning.session.SessionSettings;
import dev.libra.learning.session.TrainingSession;
import dev.libra.learning.training.Presets;
import dev.libra.learning.training.Task;
import dev.libra.learning.training.TrainingPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingTaskTest {
  private static final Path ROOT = Path.of("..");

  @TempDir Path directory;

  @Test
  void whatItTrainsDecidesAboutServices() throws IOException {
    Map<String, String> options = Map.of("actions", "large", "steps", "20", "latency", "3");
    ScalingTask scaling = new ScalingTask(ROOT, directory, options);
    TrainingPlan plan =
        new TrainingPlan(scaling.task(), Presets.shipped().get("ppo", "scaling"), 1, 2048);
    new TrainingSession(plan, settings(scaling), Clock.systemUTC())
        .run(false, new PrintStream(OutputStream.nullOutputStream()), false, () -> false);
    PolicyArtifact artifact =
        ArtifactReader.read(directory.resolve("policy.zip"), LearnedPolicy.layout());
    assertThat(new LearnedPolicy(artifact, LearnedPolicySettings.standard()).id().name())
        .isEqualTo("ppo");
    assertThat(artifact.manifest().provenance().hyperParameters())
        .containsEntry("env.actions", "large")
        .containsEntry("env.latency", "3");
    assertThat(artifact.manifest().provenance().traces())
        .containsOnlyKeys("autothrottle-diurnal-2.txt");
    assertThat(artifact.expectedRewards()).as("train says what it expects").isPresent();
  }

  @Test
  void theShippedPolicySaysWhatItExpectsAndDecidesAsWithout() {
    PolicyArtifact shipped = ArtifactReader.read(ROOT.resolve("policy/default.zip"));
    ScalingTask scaling =
        new ScalingTask(ROOT, directory, Map.of("actions", "large", "steps", "20"));
    Decomposition decomposition =
        new Decomposer(scaling.task(), 4).of(shipped, played -> {}).orElseThrow();
    double[] observation = new double[2 * LearnedPolicy.layout().size()];
    assertThat(shipped.expectedRewards().orElseThrow().of(observation))
        .containsOnlyKeys("latency", "errors", "cost", "under-provisioning", "switching")
        .allSatisfy((component, mean) -> assertThat(mean).isNotPositive());
    assertThat(decomposition.explained())
        .containsOnlyKeys("latency", "errors", "cost", "under-provisioning", "switching");
    assertThat(
            shipped
                .withDecomposition(decomposition.model())
                .inference()
                .choose(observation, null)
                .terms())
        .isEqualTo(shipped.inference().choose(observation, null).terms());
  }

  @Test
  void decomposesNothingOfAnotherTask() {
    PolicyArtifact shipped = ArtifactReader.read(ROOT.resolve("policy/default.zip"));
    assertThatThrownBy(() -> new Decomposer(Task.control("cartpole"), 4).of(shipped, played -> {}))
        .hasMessage("the artifact must be of cartpole, is of: scaling");
  }

  @Test
  void refusesOptionsThatItDoesNotKnow() {
    assertThatThrownBy(() -> new ScalingTask(ROOT, directory, Map.of("speed", "3")))
        .hasMessageContaining("--env-set knows")
        .hasMessageContaining("speed");
    assertThatThrownBy(() -> new ScalingTask(ROOT, directory, Map.of("actions", "huge")))
        .hasMessageContaining("[standard, large, targets]")
        .hasMessageContaining("huge");
    assertThatThrownBy(() -> new ScalingTask(ROOT, directory, Map.of("cost", "much")))
        .hasMessageContaining("cost must be a number, was: much");
  }

  private SessionSettings settings(ScalingTask scaling) {
    return new SessionSettings(directory, 2, 5, Duration.ofHours(1), scaling.traces(), "unknown");
  }
}
