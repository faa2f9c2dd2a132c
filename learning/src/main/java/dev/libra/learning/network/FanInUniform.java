package dev.libra.learning.network;

import java.util.random.RandomGenerator;

/**
 * Weights and biases uniform within ±1 ÷ √inputs, as PyTorch's linear layers start: unlike with
 * biases of zero, the bends of rectified units don't all lie at the origin.
 */
public record FanInUniform() implements Initializer {

  @Override
  public double[][] weights(int inputs, int outputs, RandomGenerator random) {
    double[][] weights = new double[inputs][];
    for (int i = 0; i < inputs; i++) {
      weights[i] = biases(inputs, outputs, random);
    }
    return weights;
  }

  @Override
  public double[] biases(int inputs, int outputs, RandomGenerator random) {
    double bound = 1 / Math.sqrt(inputs);
    double[] values = new double[outputs];
    for (int j = 0; j < outputs; j++) {
      values[j] = random.nextDouble(-bound, bound);
    }
    return values;
  }
}
