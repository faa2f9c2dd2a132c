package dev.libra.learning.session;

import dev.libra.learning.result.CurveCsv;
import dev.libra.learning.result.CurvePoint;
import dev.libra.learning.training.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the points of a learning curve: the first progress at or after each multiple of the
 * interval, so that a training that was resumed has the same points.
 */
final class CurveRecorder {
  private final long interval;
  private final long lastStep;
  private final List<CurvePoint> points = new ArrayList<>();
  private long next;

  CurveRecorder(long steps, int points) {
    this.interval = Math.max(1, steps / points);
    this.lastStep = steps;
    this.next = interval;
  }

  /** Takes the points up to this step from an earlier session's file. */
  void restore(Path file, long step) throws IOException {
    if (Files.exists(file)) {
      CurveCsv.decode(Files.readAllBytes(file)).stream()
          .filter(point -> point.step() <= step)
          .forEach(points::add);
    }
    next = (step / interval + 1) * interval;
  }

  /** Whether this progress became a point. */
  boolean add(TrainingProgress progress) {
    boolean due = progress.step() >= next || progress.step() == lastStep;
    if (!due) {
      return false;
    }
    next = (progress.step() / interval + 1) * interval;
    if (Double.isNaN(progress.meanReturn())) {
      return false;
    }
    points.add(new CurvePoint(progress.step(), progress.meanReturn(), progress.meanLength()));
    return true;
  }

  List<CurvePoint> points() {
    return List.copyOf(points);
  }
}
