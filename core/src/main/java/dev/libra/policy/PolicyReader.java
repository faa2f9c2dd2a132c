package dev.libra.policy;

import dev.libra.fleet.Check;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** Reads trained policies; found by ServiceLoader, since its adapter brings a library of 145 MB. */
public interface PolicyReader {

  /**
   * Reads and checks a policy artifact.
   *
   * @return makes a policy for one service that has seen nothing yet
   * @throws RuntimeException with a message for operators if the file can't be used
   */
  Supplier<Policy> read(Path file, Limits limits);

  /**
   * What a trained policy must know of its surroundings.
   *
   * @param beforeUp time after a change before a scale-up, as the cool-down guard rail has it
   * @param beforeDown time after a change before a scale-down
   * @param maxDeviations standard deviations from training's mean beyond which it doubts itself
   * @param lateShare share of late requests that it may have: its error budget
   */
  record Limits(Duration beforeUp, Duration beforeDown, double maxDeviations, double lateShare) {

    public Limits {
      Check.present("beforeUp", beforeUp);
      Check.present("beforeDown", beforeDown);
      Check.between("maxDeviations", maxDeviations, 1, 1e6);
      Check.between("lateShare", lateShare, 0.0001, 1);
    }
  }
}
