package dev.libra.learning.bench;

import dev.libra.fleet.Check;
import dev.libra.learning.training.Evaluation;
import dev.libra.learning.training.Presets;
import dev.libra.learning.training.Task;
import dev.libra.learning.training.Training;
import dev.libra.learning.training.TrainingPlan;
import dev.libra.learning.training.TrainingProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Trains each task with each of its seeds and writes what came of it as it goes: what an earlier
 * run has finished is not done again.
 */
public final class AgentBenchmark {
  private static final int EPISODES = 100;
  private static final int CURVE_POINTS = 50;

  private final Presets presets;
  private final BenchmarkFiles files;
  private final int workers;
  private final Consumer<String> log;

  /**
   * @param workers trainings at the same time, each on one core
   * @param log gets a line per finished training
   */
  public AgentBenchmark(Presets presets, BenchmarkFiles files, int workers, Consumer<String> log) {
    this.presets = Check.present("presets", presets);
    this.files = Check.present("files", files);
    this.workers = Check.between("workers", workers, 1, 1000);
    this.log = Check.present("log", log);
  }

  public void run(List<BenchmarkTask> tasks) throws IOException, InterruptedException {
    Set<String> done = files.done();
    List<Callable<Void>> trainings = new ArrayList<>();
    for (BenchmarkTask task : tasks) {
      for (long seed = 0; seed < task.seeds(); seed++) {
        if (!done.contains(BenchmarkFiles.key(task, seed))) {
          trainings.add(training(task, seed));
        }
      }
    }
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    try {
      for (Future<Void> training : executor.invokeAll(trainings)) {
        await(training);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static void await(Future<Void> training) throws IOException, InterruptedException {
    try {
      training.get();
    } catch (ExecutionException e) {
      throw new IOException("a training failed: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private Callable<Void> training(BenchmarkTask task, long seed) {
    return () -> {
      train(task, seed);
      return null;
    };
  }

  private void train(BenchmarkTask task, long seed) throws IOException {
    Training training =
        new Training(
            new TrainingPlan(
                Task.control(task.environment()),
                presets.get(task.agent(), task.preset()),
                seed,
                task.steps()));
    List<TrainingProgress> curve = new ArrayList<>();
    training.run(curve::add, Math.max(1, task.steps() / CURVE_POINTS), () -> false);
    Evaluation evaluation = training.evaluate(EPISODES);
    files.add(task, seed, curve, evaluation);
    log.accept(
        String.format(
            "%s seed %d: %.1f ± %.1f, %.0f steps/s",
            task.name(),
            seed,
            evaluation.meanReturn(),
            evaluation.stdReturn(),
            training.progress().stepsPerSecond()));
  }
}
