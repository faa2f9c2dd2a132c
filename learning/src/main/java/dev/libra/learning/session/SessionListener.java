package dev.libra.learning.session;

import dev.libra.learning.progress.TrainingLine;
import dev.libra.learning.tensorboard.EventFileWriter;
import dev.libra.learning.training.TrainingListener;
import dev.libra.learning.training.TrainingProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Passes a training's progress on to the line, the curve, TensorBoard and the checkpoints. */
final class SessionListener implements TrainingListener {
  private final TrainingLine line;
  private final EventFileWriter events;
  private final CurveRecorder curve;
  private final Checkpoints checkpoints;

  SessionListener(
      TrainingLine line, EventFileWriter events, CurveRecorder curve, Checkpoints checkpoints) {
    this.line = line;
    this.events = events;
    this.curve = curve;
    this.checkpoints = checkpoints;
  }

  @Override
  public void progressed(TrainingProgress progress) {
    line.show(progress.step(), progress.meanReturn());
    try {
      if (curve.add(progress)) {
        events.scalars(progress.step(), scalars(progress));
        events.flush();
      }
      checkpoints.saveIfDue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns, lengths and speed under the names that Stable-Baselines3 gives them. */
  private static Map<String, Double> scalars(TrainingProgress progress) {
    Map<String, Double> scalars = new TreeMap<>(progress.metrics());
    scalars.put("rollout/ep_rew_mean", progress.meanReturn());
    scalars.put("rollout/ep_len_mean", progress.meanLength());
    scalars.put("time/fps", progress.stepsPerSecond());
    return scalars;
  }
}
