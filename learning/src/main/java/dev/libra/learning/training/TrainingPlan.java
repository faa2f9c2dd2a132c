package dev.libra.learning.training;

import dev.libra.environment.Environment;
import dev.libra.environment.FrameStack;
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

  /** A new environment as the agent sees it, the last observations together. */
  public Environment environment() {
    return stacked(task.environments().get());
  }

  /** The same to judge in. */
  public Environment evaluation() {
    return stacked(task.evaluations().get());
  }

  private Environment stacked(Environment environment) {
    return settings.frameStack() == 1
        ? environment
        : new FrameStack(environment, settings.frameStack());
  }

  /** Two trainings with the same fingerprint give the same agent. */
  String fingerprint() {
    return String.join(
        "|",
        task.name() + task.options(),
        settings.toString(),
        Long.toString(seed),
        Long.toString(steps));
  }
}
