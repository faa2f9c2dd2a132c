package dev.libra.learning.dqn;

import dev.libra.learning.network.DenseNetwork;
import dev.libra.learning.network.DensePass;
import dev.libra.learning.network.NetworkSpec;
import dev.libra.learning.normalization.ObservationNormalizer;
import java.util.Map;

/**
 * Values per action of states as they were observed, from a plain network or a dueling one: Q = V +
 * A − mean(A).
 */
final class QNetwork {
  private final DenseNetwork network;
  private final ObservationNormalizer normalizer;
  private final int actions;
  private final boolean dueling;

  /**
   * @param normalizer makes the network's input of what was observed
   */
  QNetwork(DenseNetwork network, ObservationNormalizer normalizer, int actions, boolean dueling) {
    this.network = network;
    this.normalizer = normalizer;
    this.actions = actions;
    this.dueling = dueling;
  }

  DenseNetwork network() {
    return network;
  }

  /** [states × actions], row after row. */
  double[] values(double[][] observations) {
    return forward(normalizer.normalize(observations), observations.length);
  }

  /** The same of observations one after the other, as they are replayed. */
  double[] values(float[] rows, int states) {
    return forward(normalizer.normalize(rows), states);
  }

  private double[] forward(float[] inputs, int states) {
    DensePass pass = network.pass(states).forward(inputs);
    return dueling
        ? combine(pass.output(NetworkSpec.VALUE), pass.output(NetworkSpec.ADVANTAGE))
        : pass.output(NetworkSpec.Q_VALUES);
  }

  private double[] combine(double[] values, double[] advantages) {
    double[] combined = new double[advantages.length];
    for (int i = 0; i < values.length; i++) {
      double mean = mean(advantages, i);
      for (int a = 0; a < actions; a++) {
        combined[i * actions + a] = values[i] + advantages[i * actions + a] - mean;
      }
    }
    return combined;
  }

  private double mean(double[] rows, int row) {
    double sum = 0;
    for (int a = 0; a < actions; a++) {
      sum += rows[row * actions + a];
    }
    return sum / actions;
  }

  /**
   * Leaves the parameters' gradient in the network, after {@link #values} of the same states.
   *
   * @param gradient of the loss by each value, [states × actions]
   */
  void backward(double[] gradient) {
    int states = gradient.length / actions;
    network
        .pass(states)
        .backward(dueling ? split(gradient) : Map.of(NetworkSpec.Q_VALUES, gradient));
  }

  private Map<String, double[]> split(double[] gradient) {
    double[] values = new double[gradient.length / actions];
    double[] advantages = new double[gradient.length];
    for (int i = 0; i < values.length; i++) {
      double mean = mean(gradient, i);
      values[i] = mean * actions;
      for (int a = 0; a < actions; a++) {
        advantages[i * actions + a] = gradient[i * actions + a] - mean;
      }
    }
    return Map.of(NetworkSpec.VALUE, values, NetworkSpec.ADVANTAGE, advantages);
  }
}
