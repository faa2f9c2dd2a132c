package dev.libra.learning.network;

import dev.libra.fleet.Check;
import java.util.random.RandomGenerator;

/**
 * Orthogonal weights: rows or columns, whichever are fewer, are orthogonal to each other. Biases
 * are zero.
 *
 * <p>Saxe, McClelland, Ganguli: "Exact solutions to the nonlinear dynamics of learning in deep
 * linear neural networks", 2013.
 *
 * @param gain length of those rows or columns
 */
public record Orthogonal(double gain) implements Initializer {

  public Orthogonal {
    Check.between("gain", gain, 0, 100);
  }

  @Override
  public double[][] weights(int inputs, int outputs, RandomGenerator random) {
    boolean wide = outputs > inputs;
    double[][] vectors = orthonormal(Math.min(inputs, outputs), Math.max(inputs, outputs), random);
    double[][] weights = new double[inputs][outputs];
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j < outputs; j++) {
        weights[i][j] = gain * (wide ? vectors[i][j] : vectors[j][i]);
      }
    }
    return weights;
  }

  @Override
  public double[] biases(int inputs, int outputs, RandomGenerator random) {
    return new double[outputs];
  }

  /** Random directions made orthonormal one after the other (modified Gram-Schmidt). */
  private static double[][] orthonormal(int count, int length, RandomGenerator random) {
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
