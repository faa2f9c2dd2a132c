package dev.libra.learning.network;

import java.util.random.RandomGenerator;

/** How a layer's parameters start. */
public interface Initializer {

  /** Weights [input][output]. */
  double[][] weights(int inputs, int outputs, RandomGenerator random);

  /** Biases, one per output. */
  double[] biases(int inputs, int outputs, RandomGenerator random);
}
