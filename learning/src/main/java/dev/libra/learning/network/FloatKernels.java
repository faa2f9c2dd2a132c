package dev.libra.learning.network;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Single precision on the Java heap, where the compiler vectorises the loops: for 16 384 numbers
 * ND4J's tanh took 98 µs, this with both copies 11 µs.
 */
final class FloatKernels implements Kernels {
  private float[] values = new float[0];
  private float[] outputs = new float[0];
  private float[] row = new float[0];

  @Override
  public void activate(INDArray z, INDArray bias, Activation activation) {
    int size = (int) z.length();
    int units = (int) bias.length();
    reserve(size, units);
    FloatPointer pointer = pointer(z).get(values, 0, size);
    pointer(bias).get(row, 0, units);
    int batch = size / units;
    for (int unit = 0; unit < units; unit++) {
      add(values, unit * batch, (unit + 1) * batch, row[unit]);
    }
    switch (activation) {
      case TANH -> tanh(values, size);
      case RELU -> relu(values, size);
      case IDENTITY -> {}
    }
    pointer.put(values, 0, size);
  }

  @Override
  public void derive(
      INDArray delta, INDArray output, INDArray biasGradient, Activation activation) {
    int size = (int) delta.length();
    int units = (int) biasGradient.length();
    reserve(size, units);
    FloatPointer pointer = pointer(delta).get(values, 0, size);
    if (activation != Activation.IDENTITY) {
      pointer(output).get(outputs, 0, size);
      if (activation == Activation.TANH) {
        tanhSlope(values, outputs, size);
      } else {
        reluSlope(values, outputs, size);
      }
      pointer.put(values, 0, size);
    }
    int batch = size / units;
    for (int unit = 0; unit < units; unit++) {
      row[unit] = sum(values, unit * batch, (unit + 1) * batch);
    }
    pointer(biasGradient).put(row, 0, units);
  }

  /** A pointer to the array's first number, also of a view. */
  static FloatPointer pointer(INDArray array) {
    return (FloatPointer) array.data().addressPointer();
  }

  private void reserve(int size, int units) {
    if (values.length < size) {
      values = new float[size];
      outputs = new float[size];
    }
    if (row.length < units) {
      row = new float[units];
    }
  }

  private static void add(float[] values, int from, int to, float summand) {
    for (int i = from; i < to; i++) {
      values[i] += summand;
    }
  }

  /**
   * A rational approximation of tanh (degree 13 over 6, coefficients as in Eigen's), within 3e-7:
   * without branches or calls, so that it vectorises.
   */
  static void tanh(float[] values, int size) {
    for (int i = 0; i < size; i++) {
      float x = Math.max(-7.9053111f, Math.min(7.9053111f, values[i]));
      float x2 = x * x;
      float p = -2.76076847742355e-16f * x2 + 2.00018790482477e-13f;
      p = p * x2 - 8.60467152213735e-11f;
      p = p * x2 + 5.12229709037114e-08f;
      p = p * x2 + 1.48572235717979e-05f;
      p = p * x2 + 6.37261928875436e-04f;
      p = p * x2 + 4.89352455891786e-03f;
      float q = 1.19825839466702e-06f * x2 + 1.18534705686654e-04f;
      q = q * x2 + 2.26843463243900e-03f;
      q = q * x2 + 4.89352518554385e-03f;
      values[i] = p * x / q;
    }
  }

  private static void relu(float[] values, int size) {
    for (int i = 0; i < size; i++) {
      values[i] = Math.max(0, values[i]);
    }
  }

  private static void tanhSlope(float[] values, float[] outputs, int size) {
    for (int i = 0; i < size; i++) {
      values[i] *= 1 - outputs[i] * outputs[i];
    }
  }

  private static void reluSlope(float[] values, float[] outputs, int size) {
    for (int i = 0; i < size; i++) {
      values[i] = outputs[i] > 0 ? values[i] : 0;
    }
  }

  /** Four partial sums, since one alone waits for each addition. */
  private static float sum(float[] values, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
    }
    for (; i < to; i++) {
      a += values[i];
    }
    return (a + b) + (c + d);
  }
}
