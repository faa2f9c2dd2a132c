package dev.libra.learning.inference;

import dev.libra.fleet.Check;
import dev.libra.learning.network.Activation;

/** One fully connected layer: activation(x · W + b), with weights that never change. */
public final class DenseLayer {
  /** Most inputs or outputs of one layer; a policy needs a few hundred. */
  public static final int MAX_UNITS = 1 << 16;

  private final int inputs;
  private final int outputs;
  private final float[] weights;
  private final float[] bias;
  private final Activation activation;

  /**
   * @param inputs number of inputs; the number of outputs is the bias's length
   * @param weights inputs × outputs values; those that leave one input are next to each other
   * @throws IllegalArgumentException if the sizes don't fit or a value is not finite
   */
  public DenseLayer(int inputs, float[] weights, float[] bias, Activation activation) {
    Check.between("inputs", inputs, 1, MAX_UNITS);
    Check.between("outputs", bias.length, 1, MAX_UNITS);
    long expected = (long) inputs * bias.length;
    Check.between("number of weights", weights.length, expected, expected);
    finite("weight", weights);
    finite("bias", bias);
    this.inputs = inputs;
    this.outputs = bias.length;
    this.weights = weights.clone();
    this.bias = bias.clone();
    this.activation = Check.present("activation", activation);
  }

  public int inputs() {
    return inputs;
  }

  public int outputs() {
    return outputs;
  }

  /** Writes the layer's outputs for {@code input} over {@code output}. */
  void forward(float[] input, float[] output) {
    System.arraycopy(bias, 0, output, 0, outputs);
    int weight = 0;
    // One input after the other: the inner loop has no sum to wait for, so it becomes SIMD.
    for (int i = 0; i < inputs; i++) {
      float x = input[i];
      for (int o = 0; o < outputs; o++) {
        output[o] += x * weights[weight + o];
      }
      weight += outputs;
    }
    for (int o = 0; o < outputs; o++) {
      output[o] = (float) activation.apply(output[o]);
    }
  }

  /**
   * Adds to {@code inputSlopes} how far each input moves what the outputs move.
   *
   * @param output of the last pass
   * @param slopes of the outputs; overwritten by those of the sums
   */
  void backward(float[] output, float[] slopes, float[] inputSlopes) {
    for (int o = 0; o < outputs; o++) {
      slopes[o] *= (float) activation.derivative(output[o]);
    }
    int weight = 0;
    for (int i = 0; i < inputs; i++) {
      float sum = 0;
      for (int o = 0; o < outputs; o++) {
        sum += weights[weight + o] * slopes[o];
      }
      inputSlopes[i] += sum;
      weight += outputs;
    }
  }

  private static void finite(String what, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(what + " " + i + " must be finite, was: " + values[i]);
      }
    }
  }
}
