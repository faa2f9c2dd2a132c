package dev.libra.learning.session;

import dev.libra.learning.result.ResultFiles;
import dev.libra.learning.training.CheckpointFile;
import dev.libra.learning.training.Training;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** Saves a training every now and then, with the curve that belongs to it. */
final class Checkpoints {
  private final Training training;
  private final CheckpointFile file;
  private final CurveRecorder curve;
  private final ResultFiles results;
  private final Clock clock;
  private final SessionSettings settings;
  private Instant saved = Instant.MIN;

  Checkpoints(
      Training training,
      CheckpointFile file,
      CurveRecorder curve,
      ResultFiles results,
      Clock clock,
      SessionSettings settings) {
    this.training = training;
    this.file = file;
    this.curve = curve;
    this.results = results;
    this.clock = clock;
    this.settings = settings;
  }

  void saveIfDue() throws IOException {
    if (saved.plus(settings.checkpointEvery()).isBefore(clock.instant())) {
      save();
    }
  }

  /** The curve first: of one that is ahead of its checkpoint, a resumed session drops the rest. */
  void save() throws IOException {
    results.write(curve.points());
    file.save(training);
    saved = clock.instant();
  }
}
