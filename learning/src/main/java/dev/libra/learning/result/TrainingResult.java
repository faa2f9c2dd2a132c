package dev.libra.learning.result;

import dev.libra.fleet.Check;

/**
 * What {@code result.json} says of one training.
 *
 * @param agent {@code ppo} or {@code dqn}
 * @param env the environment's name
 * @param steps environment steps taken, over all parallel environments
 * @param stepsPerSecond steps divided by the wall time of training, evaluation left out
 */
public record TrainingResult(
    String agent, String env, long seed, long steps, double stepsPerSecond, Evaluation evaluation) {

  public TrainingResult {
    Check.name("agent", agent);
    Check.name("env", env);
    Check.notNegative("steps", steps);
    Check.notNegative("stepsPerSecond", stepsPerSecond);
    Check.present("evaluation", evaluation);
  }
}
