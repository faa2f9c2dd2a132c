package dev.libra.learning.bench;

import dev.libra.learning.training.Evaluation;
import dev.libra.learning.training.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The benchmark's results, written seed by seed: {@code results.csv} has a line per training,
 * {@code curves.csv} the mean return of the last 100 episodes as each training went on.
 * Thread-safe.
 */
public final class BenchmarkFiles {
  private static final String RESULTS =
      "task,agent,env,seed,steps,stepsPerSecond,meanReturn,stdReturn,bar";
  private static final String CURVES = "task,seed,step,meanReturn";

  private final Path results;
  private final Path curves;

  /** Makes the folder and the files unless they are there. */
  public BenchmarkFiles(Path folder) throws IOException {
    Files.createDirectories(folder);
    this.results = folder.resolve("results.csv");
    this.curves = folder.resolve("curves.csv");
    begin(results, RESULTS);
    begin(curves, CURVES);
  }

  private static void begin(Path file, String header) throws IOException {
    if (!Files.exists(file)) {
      Files.writeString(file, header + "\n");
    }
  }

  /** The trainings that are done already, as {@code task/seed/steps}. */
  synchronized Set<String> done() throws IOException {
    Set<String> done = new HashSet<>();
    for (String line : Files.readAllLines(results)) {
      String[] cells = line.split(",", -1);
      done.add(key(cells[0], cells[3], cells[4]));
    }
    return done;
  }

  static String key(BenchmarkTask task, long seed) {
    return key(task.name(), Long.toString(seed), Long.toString(task.steps()));
  }

  private static String key(String task, String seed, String steps) {
    return String.join("/", task, seed, steps);
  }

  /** Appends a training; its curve first, since only the result's line makes it count as done. */
  synchronized void add(
      BenchmarkTask task, long seed, List<TrainingProgress> curve, Evaluation evaluation)
      throws IOException {
    StringBuilder points = new StringBuilder();
    for (TrainingProgress point : curve) {
      points.append(line("%s,%d,%d,%.3f", task.name(), seed, point.step(), point.meanReturn()));
    }
    append(curves, points.toString());
    append(results, result(task, seed, curve.get(curve.size() - 1), evaluation));
  }

  private static String result(
      BenchmarkTask task, long seed, TrainingProgress last, Evaluation evaluation) {
    return line(
        "%s,%s,%s,%d,%d,%.0f,%.3f,%.3f,%s",
        task.name(),
        task.agent(),
        task.environment(),
        seed,
        last.step(),
        last.stepsPerSecond(),
        evaluation.meanReturn(),
        evaluation.stdReturn(),
        task.bar().isPresent() ? Double.toString(task.bar().getAsDouble()) : "");
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "\n", values);
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }
}
