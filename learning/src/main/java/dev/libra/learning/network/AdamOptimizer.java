package dev.libra.learning.network;

import dev.libra.environment.Restorable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Adam: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², θ ← θ − α·m̂ ÷ (√v̂ + ε), with m̂ and v̂ corrected
 * for their start at zero.
 *
 * <p>Kingma, Ba: "Adam: a method for stochastic optimization", 2015. On the heap: for 9 600
 * parameters DL4J's updater took 100 µs, this 10 µs.
 */
final class AdamOptimizer implements Restorable {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;

  private final float epsilon;
  private final float[] mean;
  private final float[] variance;
  private long steps;

  AdamOptimizer(int parameters, double epsilon) {
    this.epsilon = (float) epsilon;
    this.mean = new float[parameters];
    this.variance = new float[parameters];
  }

  /** Moves the parameters against the gradient, times {@code scale}. */
  void step(float[] parameters, float[] gradient, float scale, double learningRate) {
    steps++;
    float rate = (float) (learningRate / (1 - Math.pow(BETA1, steps)));
    float correction = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, steps)));
    for (int i = 0; i < parameters.length; i++) {
      float g = gradient[i] * scale;
      float m = BETA1 * mean[i] + (1 - BETA1) * g;
      float v = BETA2 * variance[i] + (1 - BETA2) * g * g;
      mean[i] = m;
      variance[i] = v;
      parameters[i] -= rate * m / ((float) Math.sqrt(v) * correction + epsilon);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(steps);
    Floats.write(mean, out);
    Floats.write(variance, out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    steps = in.readLong();
    Floats.read(mean, in);
    Floats.read(variance, in);
  }
}
