package dev.libra.learning.ppo;

import dev.libra.environment.VectorStep;

/** What happened in some steps of several environments; step t of environment i is at t·n + i. */
final class Rollout {
  private final int environments;
  private final int width;
  private final float[] observations;
  private final int[] actions;
  private final boolean[][] masks;
  private final double[] logProbabilities;
  private final double[] values;
  private final double[] nextValues;
  private final double[] rewards;
  private final boolean[] terminated;
  private final boolean[] truncated;
  private double[] advantages;

  /**
   * @param width numbers of an observation
   */
  Rollout(int steps, int environments, int width) {
    int size = steps * environments;
    this.environments = environments;
    this.width = width;
    this.observations = new float[size * width];
    this.actions = new int[size];
    this.masks = new boolean[size][];
    this.logProbabilities = new double[size];
    this.values = new double[size];
    this.nextValues = new double[size];
    this.rewards = new double[size];
    this.terminated = new boolean[size];
    this.truncated = new boolean[size];
  }

  int size() {
    return actions.length;
  }

  int steps() {
    return size() / environments;
  }

  /** Records what was seen at step t, and done. */
  void act(int t, float[] rows, Decisions decisions) {
    System.arraycopy(rows, 0, observations, t * environments * width, rows.length);
    for (int i = 0; i < environments; i++) {
      int at = t * environments + i;
      actions[at] = decisions.actions()[i];
      masks[at] = decisions.masks()[i];
      logProbabilities[at] = decisions.logProbabilities()[i];
      values[at] = decisions.values()[i];
    }
    if (t > 0) {
      reach(t - 1, decisions.values());
    }
  }

  /** Records what came of step t. */
  void result(int t, VectorStep step, double[] scaledRewards) {
    for (int i = 0; i < environments; i++) {
      int at = t * environments + i;
      rewards[at] = scaledRewards[i];
      terminated[at] = step.terminated()[i];
      truncated[at] = step.truncated()[i];
    }
  }

  /** Records the value of the last state of an episode truncated at step t. */
  void truncatedValue(int t, int environment, double value) {
    nextValues[t * environments + environment] = value;
  }

  /** Records the values of the states that step t led to, where the episode went on. */
  void reach(int t, double[] nextStates) {
    for (int i = 0; i < environments; i++) {
      int at = t * environments + i;
      if (!terminated[at] && !truncated[at]) {
        nextValues[at] = nextStates[i];
      }
    }
  }

  /** Estimates the advantages, once all steps are recorded. */
  void finish(double discount, double lambda) {
    advantages = new double[size()];
    for (int i = 0; i < environments; i++) {
      double[] column =
          Advantages.estimate(
              column(rewards, i),
              column(values, i),
              column(nextValues, i),
              column(terminated, i),
              column(truncated, i),
              discount,
              lambda);
      for (int t = 0; t < column.length; t++) {
        advantages[t * environments + i] = column[t];
      }
    }
  }

  private double[] column(double[] all, int environment) {
    double[] column = new double[steps()];
    for (int t = 0; t < column.length; t++) {
      column[t] = all[t * environments + environment];
    }
    return column;
  }

  private boolean[] column(boolean[] all, int environment) {
    boolean[] column = new boolean[steps()];
    for (int t = 0; t < column.length; t++) {
      column[t] = all[t * environments + environment];
    }
    return column;
  }

  /** The samples at some indices; advantages plus values are what the critic is to give. */
  Minibatch minibatch(int[] order, int from, int to) {
    int n = to - from;
    Minibatch batch =
        new Minibatch(
            new float[n * width],
            new int[n],
            new boolean[n][],
            new double[n],
            new double[n],
            new double[n],
            new double[n]);
    for (int k = 0; k < n; k++) {
      int at = order[from + k];
      System.arraycopy(observations, at * width, batch.observations(), k * width, width);
      batch.actions()[k] = actions[at];
      batch.masks()[k] = masks[at];
      batch.logProbabilities()[k] = logProbabilities[at];
      batch.values()[k] = values[at];
      batch.advantages()[k] = advantages[at];
      batch.returns()[k] = advantages[at] + values[at];
    }
    return batch;
  }

  /** 1 − Var(R − V) ÷ Var(R): 1 for a critic that foresaw all, 0 or less for one that is no use. */
  double explainedVariance() {
    double[] returns = new double[size()];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = advantages[i] + values[i];
    }
    double variance = variance(returns);
    return variance == 0 ? 0 : 1 - variance(advantages) / variance;
  }

  private static double variance(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }
}
