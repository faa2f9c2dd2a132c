package dev.libra.learning.session;

import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.decomposition.Decomposer;
import dev.libra.learning.decomposition.Decomposition;
import dev.libra.learning.network.DivergedException;
import dev.libra.learning.progress.EpisodesLine;
import dev.libra.learning.progress.TrainingLine;
import dev.libra.learning.result.Evaluation;
import dev.libra.learning.result.ResultFiles;
import dev.libra.learning.result.TrainingResult;
import dev.libra.learning.tensorboard.EventFileWriter;
import dev.libra.learning.training.CheckpointFile;
import dev.libra.learning.training.Training;
import dev.libra.learning.training.TrainingPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Trains by a plan and leaves the files of {@link SessionSettings#directory}. A session that was
 * stopped is resumed from its checkpoint with the same bits as if it had not been.
 */
public final class TrainingSession {
  /** Episodes of the decomposition for each that the policy is judged by. */
  private static final int DECOMPOSED = 4;

  private final TrainingPlan plan;
  private final SessionSettings settings;
  private final Clock clock;
  private final Path policy;
  private final Path checkpoint;

  public TrainingSession(TrainingPlan plan, SessionSettings settings, Clock clock) {
    this.plan = plan;
    this.settings = settings;
    this.clock = clock;
    this.policy = settings.directory().resolve("policy.zip");
    this.checkpoint = settings.directory().resolve("checkpoint.bin");
  }

  /**
   * Trains to the end, or until told to stop.
   *
   * @param resume go on from the checkpoint instead of beginning
   * @param out where the progress is shown
   * @param terminal whether {@code out} is one, so that the line may be overwritten
   * @param stop asked between two updates
   * @return the result; empty if it was stopped, with its checkpoint saved
   * @throws IllegalStateException if the directory holds another training, or none to resume
   * @throws DivergedException if a loss or gradient is not finite; the last checkpoint stays
   */
  public Optional<TrainingResult> run(
      boolean resume, PrintStream out, boolean terminal, BooleanSupplier stop) throws IOException {
    checkDirectory(resume);
    Training training = new Training(plan);
    CurveRecorder curve = new CurveRecorder(plan.steps(), settings.curvePoints());
    CheckpointFile file = new CheckpointFile(checkpoint);
    ResultFiles results = new ResultFiles(settings.directory());
    if (resume) {
      file.restore(training);
      curve.restore(settings.directory().resolve("curve.csv"), training.step());
    }
    TrainingLine line = new TrainingLine(out, terminal, clock, training.step(), plan.steps());
    try (EventFileWriter events = new EventFileWriter(settings.directory(), clock)) {
      Checkpoints checkpoints = new Checkpoints(training, file, curve, results, clock, settings);
      checkpoints.save();
      training.run(new SessionListener(line, events, curve, checkpoints), 1, stop);
      line.end(training.step(), training.progress().meanReturn());
      checkpoints.save();
    }
    return training.finished()
        ? Optional.of(finish(training, curve, results, out))
        : Optional.empty();
  }

  private void checkDirectory(boolean resume) throws IOException {
    Path directory = settings.directory();
    if (resume && Files.notExists(checkpoint)) {
      throw new IllegalStateException("there is no training to resume in " + directory);
    }
    if (!resume && (Files.exists(checkpoint) || Files.exists(policy))) {
      throw new IllegalStateException(
          directory + " holds a training already: resume it, or name another directory");
    }
    Files.createDirectories(directory);
  }

  private TrainingResult finish(
      Training training, CurveRecorder curve, ResultFiles results, PrintStream out)
      throws IOException {
    Evaluation evaluation = training.evaluate(settings.evaluationEpisodes());
    PolicyArtifact artifact =
        new PolicyExport(settings, clock).of(training, evaluation, curve.points());
    artifact.write(policy);
    int episodes = DECOMPOSED * settings.evaluationEpisodes();
    Optional<Decomposition> decomposition =
        new Decomposer(plan.task(), episodes)
            .of(artifact, new EpisodesLine(out, "expected reward", episodes));
    if (decomposition.isPresent()) {
      artifact.withDecomposition(decomposition.get().model()).write(policy);
    }
    TrainingResult result =
        new TrainingResult(
            plan.settings().algorithm(),
            plan.task().name(),
            plan.seed(),
            training.step(),
            training.progress().stepsPerSecond(),
            evaluation,
            decomposition.map(Decomposition::explained).orElseGet(TreeMap::new));
    results.write(result);
    return result;
  }
}
