package dev.libra.cli.twin;

import dev.libra.environment.Environment;
import dev.libra.simulator.calibration.TwinParametersFile;
import dev.libra.simulator.scaling.Curriculum;
import dev.libra.simulator.scaling.ScalingEnvironment;
import dev.libra.simulator.scaling.ScalingSettings;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.trace.TraceReader;
import dev.libra.simulator.twin.TwinParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The environments of the task {@code scaling}: on the calibrated twin if there is a {@code
 * .libra/twin.properties}, with the training trace beside synthetic load.
 */
public final class ScalingEnvironments {
  /** Name of the task. */
  public static final String NAME = "scaling";

  private static final String TRAINING_TRACE = "autothrottle-diurnal-2.txt";
  private static final double RECORDED_SHARE = 0.2;

  private ScalingEnvironments() {}

  /** For training: with the curriculum. */
  public static Supplier<Environment> training() {
    ScalingSettings settings = settings();
    return () -> new ScalingEnvironment(settings);
  }

  /** For evaluating what was learned: all kinds of traces from the first episode on. */
  public static Supplier<Environment> evaluation() {
    ScalingSettings settings = settings().withCurriculum(Curriculum.everything());
    return () -> new ScalingEnvironment(settings);
  }

  /** What both are made from. */
  public static ScalingSettings settings() {
    Path calibrated = LiveOptions.home().resolve("twin.properties");
    TwinParameters parameters =
        Files.exists(calibrated) ? TwinParametersFile.read(calibrated) : TwinParameters.standard();
    ScalingSettings settings = ScalingSettings.standard().withParameters(parameters);
    Path trace =
        Path.of(System.getProperty("dev.libra.root", "."), "traces").resolve(TRAINING_TRACE);
    if (!Files.exists(trace)) {
      return settings;
    }
    List<Trace> recorded = List.of(TraceReader.read(trace));
    return settings.withRecorded(recorded, RECORDED_SHARE);
  }
}
