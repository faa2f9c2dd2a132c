package dev.libra.learning.normalization;

import dev.libra.environment.Restorable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Mean and variance of a stream, merged batch by batch.
 *
 * <p>Chan, Golub, LeVeque: "Updating formulae and a pairwise algorithm for computing sample
 * variances", 1979. Starts with mean 0 and variance 1, at a weight of 1e-4 observations.
 */
public final class RunningMoments implements Restorable {
  private final double[] mean;
  private final double[] variance;
  private double count = 1e-4;

  public RunningMoments(int size) {
    this.mean = new double[size];
    this.variance = new double[size];
    Arrays.fill(variance, 1);
  }

  /** Takes in one batch, a row per observation. */
  public void add(double[][] rows) {
    int n = rows.length;
    double total = count + n;
    for (int j = 0; j < mean.length; j++) {
      double batchMean = 0;
      for (double[] row : rows) {
        batchMean += row[j] / n;
      }
      double squares = 0;
      for (double[] row : rows) {
        squares += (row[j] - batchMean) * (row[j] - batchMean);
      }
      double delta = batchMean - mean[j];
      mean[j] += delta * n / total;
      variance[j] = (variance[j] * count + squares + delta * delta * count * n / total) / total;
    }
    count = total;
  }

  public double[] mean() {
    return mean.clone();
  }

  public double[] variance() {
    return variance.clone();
  }

  double mean(int index) {
    return mean[index];
  }

  double deviation(int index) {
    return Math.sqrt(variance[index] + 1e-8);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(count);
    for (int j = 0; j < mean.length; j++) {
      out.writeDouble(mean[j]);
      out.writeDouble(variance[j]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    count = in.readDouble();
    for (int j = 0; j < mean.length; j++) {
      mean[j] = in.readDouble();
      variance[j] = in.readDouble();
    }
  }
}
