package dev.libra.learning.network;

import java.util.random.RandomGenerator;

/**
 * Orthogonal weights: Saxe, McClelland, Ganguli: "Exact solutions to the nonlinear dynamics of
 * learning in deep linear neural networks", 2013.
 */
final class OrthogonalInitializer {
  private final RandomGenerator random;

  OrthogonalInitializer(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Weights whose rows (or columns, whichever are fewer) are orthogonal and of length {@code gain}.
   *
   * @return [input][output]
   */
  double[][] weights(int inputs, int outputs, double gain) {
    boolean wide = outputs > inputs;
    double[][] vectors = orthonormal(Math.min(inputs, outputs), Math.max(inputs, outputs));
    double[][] weights = new double[inputs][outputs];
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j < outputs; j++) {
        weights[i][j] = gain * (wide ? vectors[i][j] : vectors[j][i]);
      }
    }
    return weights;
  }

  /** Random directions made orthonormal one after the other (modified Gram-Schmidt). */
  private double[][] orthonormal(int count, int length) {
    double[][] vectors = new double[count][length];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < length; k++) {
        vectors[i][k] = random.nextGaussian();
      }
      for (int j = 0; j < i; j++) {
        subtract(vectors[i], dot(vectors[i], vectors[j]), vectors[j]);
      }
      double norm = Math.sqrt(dot(vectors[i], vectors[i]));
      for (int k = 0; k < length; k++) {
        vectors[i][k] /= norm;
      }
    }
    return vectors;
  }

  private static void subtract(double[] from, double factor, double[] vector) {
    for (int k = 0; k < from.length; k++) {
      from[k] -= factor * vector[k];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
