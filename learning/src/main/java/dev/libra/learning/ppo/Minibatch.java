package dev.libra.learning.ppo;

/**
 * Samples of a rollout, index by index.
 *
 * @param observations normalised, row after row
 * @param logProbabilities of the actions when they were taken
 * @param values that the critic gave then
 * @param advantages normalised if they are to be
 * @param returns what the critic is to give
 */
record Minibatch(
    float[] observations,
    int[] actions,
    boolean[][] masks,
    double[] logProbabilities,
    double[] values,
    double[] advantages,
    double[] returns) {

  int size() {
    return actions.length;
  }
}
