package dev.libra.learning.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.environment.Environment;
import dev.libra.environment.Step;
import dev.libra.learning.artifact.ArtifactReader;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.inference.LearnedInference;
import dev.libra.learning.network.DivergedException;
import dev.libra.learning.result.TrainingResult;
import dev.libra.learning.training.Presets;
import dev.libra.learning.training.Task;
import dev.libra.learning.training.TrainingPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSessionTest {
  private static final long STEPS = 2000;
  private static final BooleanSupplier NEVER = () -> false;

  @TempDir Path directory;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"ppo", "dqn"})
  void leavesAPolicyThatPlays(String agent) throws IOException {
    TrainingResult result = run(agent, directory, false, NEVER).orElseThrow();
    assertThat(result.steps()).isEqualTo(STEPS);
    assertThat(result.evaluation().episodes()).isEqualTo(5);
    PolicyArtifact artifact = ArtifactReader.read(directory.resolve("policy.zip"));
    assertThat(artifact.manifest().evaluation()).isEqualTo(result.evaluation());
    assertThat(artifact.manifest().provenance().hyperParameters()).containsKey("learningRate");
    assertThat(play(artifact.inference())).isPositive();
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(f -> f.getFileName().toString().replaceAll("tfevents.*", "tfevents")))
          .containsExactlyInAnyOrder(
              "checkpoint.bin", "curve.csv", "events.out.tfevents", "policy.zip", "result.json");
    }
    assertThat(shown.toString(StandardCharsets.UTF_8)).contains("100.0 %", "2000/2000 steps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ppo", "dqn"})
  void aResumedTrainingGivesTheSameArtifact(String agent) throws IOException {
    Path whole = directory.resolve("whole");
    Path halves = directory.resolve("halves");
    run(agent, whole, false, NEVER);
    AtomicInteger asked = new AtomicInteger();
    assertThat(run(agent, halves, false, () -> asked.incrementAndGet() > 3)).isEmpty();
    assertThat(run(agent, halves, true, NEVER)).isPresent();
    assertThat(digest(halves)).isEqualTo(digest(whole));
  }

  @Test
  void refusesToOverwriteATraining() throws IOException {
    run("ppo", directory, false, () -> true);
    assertThatThrownBy(() -> run("ppo", directory, false, NEVER))
        .hasMessageContaining("holds a training already");
  }

  @Test
  void refusesToResumeWhatIsNotThereOrIsOfAnotherPlan() throws IOException {
    assertThatThrownBy(() -> run("ppo", directory, true, NEVER))
        .hasMessageContaining("no training to resume");
    run("ppo", directory, false, () -> true);
    assertThatThrownBy(() -> run("dqn", directory, true, NEVER))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("plan");
  }

  @Test
  void keepsTheLastCheckpointWhenTrainingDiverges() throws IOException {
    Task hopeless =
        new Task("hopeless", () -> rewarded(Task.control("cartpole").environments().get()));
    assertThatThrownBy(() -> session(hopeless, "ppo", directory).run(false, out(), false, NEVER))
        .isInstanceOf(DivergedException.class);
    assertThat(directory.resolve("checkpoint.bin")).exists();
    assertThat(directory.resolve("policy.zip")).doesNotExist();
  }

  private Optional<TrainingResult> run(String agent, Path to, boolean resume, BooleanSupplier stop)
      throws IOException {
    return session(Task.control("cartpole"), agent, to).run(resume, out(), false, stop);
  }

  private static TrainingSession session(Task task, String agent, Path to) {
    TrainingPlan plan = new TrainingPlan(task, Presets.shipped().get(agent, "cartpole"), 7, STEPS);
    SessionSettings settings =
        new SessionSettings(to, 5, 10, Duration.ofHours(1), Map.of(), "unknown");
    return new TrainingSession(plan, settings, Clock.systemUTC());
  }

  private PrintStream out() {
    return new PrintStream(shown, true, StandardCharsets.UTF_8);
  }

  /** The same environment, but its rewards are beyond what a float can hold. */
  private static Environment rewarded(Environment environment) {
    return (Environment)
        Proxy.newProxyInstance(
            Environment.class.getClassLoader(),
            new Class<?>[] {Environment.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(environment, arguments);
              return answer instanceof Step s
                  ? new Step(s.observation(), 1e300, s.terminated(), s.truncated(), s.info())
                  : answer;
            });
  }

  private static String digest(Path in) {
    return ArtifactReader.read(in.resolve("policy.zip")).digest();
  }

  private static double play(LearnedInference policy) {
    Environment environment = Task.control("cartpole").environments().get();
    double[] observation = environment.reset(1);
    double total = 0;
    for (boolean over = false; !over; ) {
      var step = environment.step(policy.choose(observation, null).action());
      observation = step.observation();
      total += step.reward();
      over = step.terminated() || step.truncated();
    }
    return total;
  }
}
