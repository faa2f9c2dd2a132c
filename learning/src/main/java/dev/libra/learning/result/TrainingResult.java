package dev.libra.learning.result;

import dev.libra.fleet.Check;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code result.json} says of one training.
 *
 * @param agent {@code ppo} or {@code dqn}
 * @param env the environment's name
 * @param steps environment steps taken, over all parallel environments
 * @param stepsPerSecond steps divided by the wall time of training, evaluation left out
 * @param explained by component of the reward: which share of its variance the artifact foretells
 *     in episodes that this wasn't learned from; empty where a reward has no components
 */
public record TrainingResult(
    String agent,
    String env,
    long seed,
    long steps,
    double stepsPerSecond,
    Evaluation evaluation,
    SortedMap<String, Double> explained) {

  public TrainingResult {
    Check.name("agent", agent);
    Check.name("env", env);
    Check.notNegative("steps", steps);
    Check.notNegative("stepsPerSecond", stepsPerSecond);
    Check.present("evaluation", evaluation);
    explained = Collections.unmodifiableSortedMap(new TreeMap<>(explained));
  }
}
