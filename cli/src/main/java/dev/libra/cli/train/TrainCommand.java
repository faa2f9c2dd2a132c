package dev.libra.cli.train;

import dev.libra.cli.interrupt.Interrupt;
import dev.libra.cli.twin.ScalingTask;
import dev.libra.cli.workspace.Revision;
import dev.libra.cli.workspace.Workspace;
import dev.libra.environment.control.Tasks;
import dev.libra.learning.network.DivergedException;
import dev.libra.learning.result.TrainingResult;
import dev.libra.learning.session.SessionSettings;
import dev.libra.learning.session.TrainingSession;
import dev.libra.learning.training.Presets;
import dev.libra.learning.training.Task;
import dev.libra.learning.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains an agent. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Train a policy and play 100 episodes with it, without exploring.",
      "Writes policy.zip, result.json, curve.csv, a checkpoint and TensorBoard's event files.",
      "Ctrl-C saves; --resume goes on with the same bits as if nothing had happened."
    })
public final class TrainCommand implements Callable<Integer> {
  private static final int MENDABLE = 2;
  private static final int DIVERGED = 3;
  private static final int STOPPED = 130;

  @Option(names = "--agent", required = true, description = "ppo or dqn.")
  private String agent;

  @Option(
      names = "--env",
      required = true,
      description = "What to learn: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Environments.class)
  private String environment;

  @Option(names = "--seed", defaultValue = "1", description = "Seed of everything random.")
  private long seed;

  @Option(names = "--steps", defaultValue = "100000", description = "Environment steps, exactly.")
  private long steps;

  @Option(names = "--out", required = true, description = "Folder for the results.")
  private Path out;

  @Option(names = "--resume", description = "Go on with the training in that folder.")
  private boolean resume;

  @Option(names = "--preset", description = "Hyper-parameters to start from (default: --env's).")
  private String preset;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Replace a hyper-parameter of the preset; may be repeated.")
  private Map<String, String> overrides = Map.of();

  @Option(
      names = "--env-set",
      paramLabel = "NAME=VALUE",
      description = {
        "Vary scaling; may be repeated: actions (standard, large), steps per episode,",
        "recordedShare, and the reward's weights latency, errors, cost, underProvisioning,"
            + " switching."
      })
  private Map<String, String> variant = Map.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      TrainingSession session = session();
      try (Interrupt interrupt = new Interrupt()) {
        return conclude(
            session.run(resume, System.out, System.console() != null, interrupt::requested));
      }
    } catch (DivergedException e) {
      return complain(e.getMessage() + " The last checkpoint is in " + out, DIVERGED);
    } catch (IllegalArgumentException | IllegalStateException | IOException e) {
      return complain(e.getMessage(), MENDABLE);
    }
  }

  private TrainingSession session() {
    SessionSettings settings = SessionSettings.in(out, Revision.ofCheckout());
    if (environment.equals(ScalingTask.NAME)) {
      Workspace workspace = Workspace.current();
      ScalingTask scaling = new ScalingTask(workspace.root(), workspace.home().root(), variant);
      return new TrainingSession(
          plan(scaling.task()), settings.withTraces(scaling.traces()), Clock.systemUTC());
    }
    if (!variant.isEmpty()) {
      throw new IllegalArgumentException("--env-set is for scaling only, was: " + variant);
    }
    return new TrainingSession(plan(Task.control(environment)), settings, Clock.systemUTC());
  }

  private TrainingPlan plan(Task task) {
    return new TrainingPlan(
        task,
        Presets.shipped().get(agent, preset == null ? environment : preset, overrides),
        seed,
        steps);
  }

  private int conclude(Optional<TrainingResult> result) {
    if (result.isEmpty()) {
      System.out.println("stopped; go on with the same command and --resume");
      return STOPPED;
    }
    System.out.printf(
        Locale.ROOT,
        "%d episodes: return %.2f ± %.2f, trained with %.0f steps/s%n%s%n",
        result.get().evaluation().episodes(),
        result.get().evaluation().meanReturn(),
        result.get().evaluation().stdReturn(),
        result.get().stepsPerSecond(),
        out.resolve("policy.zip"));
    System.out.print(DecomposeCommand.text(result.get().explained()));
    return 0;
  }

  private int complain(String message, int code) {
    spec.commandLine().getErr().println("libra: " + message);
    return code;
  }

  /** For the help text. */
  static final class Environments implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return Stream.concat(Tasks.NAMES.stream(), Stream.of(ScalingTask.NAME)).iterator();
    }
  }
}
