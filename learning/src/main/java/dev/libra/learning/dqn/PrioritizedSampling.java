package dev.libra.learning.dqn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * Proportional prioritised replay: P(i) = pᵢ^α ÷ Σ pₖ^α with pᵢ = |error| + 1e-6, new transitions
 * at the highest priority so far; weights (N·P(i))^−β ÷ the greatest, β rising to 1.
 *
 * <p>Schaul et al., <a href="https://arxiv.org/abs/1511.05952">arXiv:1511.05952</a>.
 */
final class PrioritizedSampling implements Sampling {
  private static final double LEAST = 1e-6;

  private final int capacity;
  private final double alpha;
  private final double beta;
  private final SumTree priorities;
  private double highest = 1;

  PrioritizedSampling(int capacity, double alpha, double beta) {
    this.capacity = capacity;
    this.alpha = alpha;
    this.beta = beta;
    this.priorities = new SumTree(capacity);
  }

  @Override
  public void added(int index) {
    priorities.set(index, highest);
  }

  @Override
  public Draw draw(int size, int count, double progress, RandomGenerator random) {
    double exponent = beta + (1 - beta) * progress;
    double part = priorities.total() / count;
    int[] indices = new int[count];
    double[] weights = new double[count];
    double greatest = 0;
    for (int k = 0; k < count; k++) {
      indices[k] = priorities.find((k + random.nextDouble()) * part);
      double probability = priorities.get(indices[k]) / priorities.total();
      weights[k] = Math.pow(size * probability, -exponent);
      greatest = Math.max(greatest, weights[k]);
    }
    for (int k = 0; k < count; k++) {
      weights[k] /= greatest;
    }
    return new Draw(indices, weights);
  }

  @Override
  public void learned(int[] indices, double[] errors) {
    for (int k = 0; k < indices.length; k++) {
      double priority = Math.pow(Math.abs(errors[k]) + LEAST, alpha);
      priorities.set(indices[k], priority);
      highest = Math.max(highest, priority);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(highest);
    for (int i = 0; i < capacity; i++) {
      out.writeDouble(priorities.get(i));
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    highest = in.readDouble();
    for (int i = 0; i < capacity; i++) {
      priorities.set(i, in.readDouble());
    }
  }
}
