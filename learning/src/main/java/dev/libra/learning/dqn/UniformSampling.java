package dev.libra.learning.dqn;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Each transition with the same probability. */
final class UniformSampling implements Sampling {

  @Override
  public void added(int index) {}

  @Override
  public Draw draw(int size, int count, double progress, RandomGenerator random) {
    int[] indices = new int[count];
    Arrays.setAll(indices, i -> random.nextInt(size));
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    return new Draw(indices, weights);
  }

  @Override
  public void learned(int[] indices, double[] errors) {}

  @Override
  public void save(DataOutput out) {}

  @Override
  public void restore(DataInput in) {}
}
