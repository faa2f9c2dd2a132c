package dev.libra.learning.policy;

import dev.libra.fleet.Check;
import java.time.Duration;

/**
 * What a {@link LearnedPolicy} needs beside its artifact.
 *
 * @param beforeUp time after a change before a scale-up, as the cool-down guard rail has it
 * @param beforeDown time after a change before a scale-down
 * @param maxDeviations standard deviations from training's mean beyond which it doubts itself
 */
public record LearnedPolicySettings(Duration beforeUp, Duration beforeDown, double maxDeviations) {

  public LearnedPolicySettings {
    Check.between("beforeUp in ms", Check.present("beforeUp", beforeUp).toMillis(), 0, 3_600_000);
    Check.between(
        "beforeDown in ms", Check.present("beforeDown", beforeDown).toMillis(), 0, 3_600_000);
    Check.between("maxDeviations", maxDeviations, 1, 1e6);
  }

  /** The shipped guard rails' times; 20 standard deviations. */
  public static LearnedPolicySettings standard() {
    return new LearnedPolicySettings(Duration.ZERO, Duration.ofSeconds(10), 20);
  }
}
