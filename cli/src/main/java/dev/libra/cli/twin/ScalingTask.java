package dev.libra.cli.twin;

import dev.libra.learning.policy.LearnedPolicy;
import dev.libra.learning.training.Task;
import dev.libra.simulator.calibration.TwinParametersFile;
import dev.libra.simulator.comparison.TraceFile;
import dev.libra.simulator.scaling.Curriculum;
import dev.libra.simulator.scaling.ScalingEnvironment;
import dev.libra.simulator.scaling.ScalingSettings;
import dev.libra.simulator.twin.TwinParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The task {@code scaling}: on the calibrated twin if there is a {@code .libra/twin.properties},
 * with the training trace beside synthetic load.
 */
public final class ScalingTask {
  /** Name of the task. */
  public static final String NAME = "scaling";

  private static final String TRAINING_TRACE = "autothrottle-diurnal-2.txt";
  private static final double RECORDED_SHARE = 0.2;

  private final TraceFile trace;
  private final Map<String, String> options;
  private final ScalingSettings settings;

  /**
   * @param root the checkout, whose folder of traces is read
   * @param home the installation, which may have been calibrated
   * @param options by name
   * @throws IllegalArgumentException if an option is unknown or impossible
   */
  public ScalingTask(Path root, Path home, Map<String, String> options) {
    this.trace = TraceFile.read(root.resolve("traces").resolve(TRAINING_TRACE));
    this.options = options;
    this.settings = new ScalingOptions(options).apply(settings(home, trace));
  }

  /** Trained with the curriculum, judged on all kinds of traces. */
  public Task task() {
    ScalingSettings judged = settings.withCurriculum(Curriculum.everything());
    return new Task(
        NAME,
        new TreeMap<>(options),
        LearnedPolicy.layout(),
        () -> new ScalingEnvironment(settings),
        () -> new ScalingEnvironment(judged));
  }

  /** SHA-256 by name of what is trained on. */
  public Map<String, String> traces() {
    return Map.of(TRAINING_TRACE, trace.sha256());
  }

  private static ScalingSettings settings(Path home, TraceFile trace) {
    Path calibrated = home.resolve("twin.properties");
    TwinParameters parameters =
        Files.exists(calibrated) ? TwinParametersFile.read(calibrated) : TwinParameters.standard();
    return ScalingSettings.standard()
        .withParameters(parameters)
        .withRecorded(List.of(trace.trace()), RECORDED_SHARE);
  }
}
