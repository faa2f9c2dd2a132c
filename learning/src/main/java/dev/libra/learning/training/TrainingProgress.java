package dev.libra.learning.training;

import java.util.Map;

/**
 * How a training stands.
 *
 * @param step environment steps taken
 * @param totalSteps to be taken
 * @param stepsPerSecond since the training started or was resumed
 * @param episodes that ended so far
 * @param meanReturn of the last episodes, at most 100; NaN before the first ended
 * @param meanLength of the same episodes, in steps
 * @param metrics of the last update by name: "loss/policy", "policy/entropy"…
 */
public record TrainingProgress(
    long step,
    long totalSteps,
    double stepsPerSecond,
    long episodes,
    double meanReturn,
    double meanLength,
    Map<String, Double> metrics) {

  public TrainingProgress {
    metrics = Map.copyOf(metrics);
  }
}
