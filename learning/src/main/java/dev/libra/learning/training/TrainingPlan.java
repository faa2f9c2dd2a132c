package dev.libra.learning.training;

import dev.libra.fleet.Check;
import dev.libra.learning.agent.AgentSettings;

/**
 * What is trained, and for how long.
 *
 * @param seed of everything random
 * @param steps environment steps, taken exactly
 */
public record TrainingPlan(Task task, AgentSettings settings, long seed, long steps) {

  public TrainingPlan {
    Check.present("task", task);
    Check.present("settings", settings);
    Check.between("steps", steps, 1, 1_000_000_000_000L);
  }

  /** Two trainings with the same fingerprint give the same agent. */
  String fingerprint() {
    return String.join(
        "|", task.name(), settings.toString(), Long.toString(seed), Long.toString(steps));
  }
}
