package dev.libra.learning.network;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies whole blocks between the Java heap and column-major ND4J arrays. */
final class Transfer {
  private Transfer() {}

  /** Writes rows, one after the other in {@code rows}, into a column-major array [batch, width]. */
  static void writeRows(float[] rows, INDArray array) {
    int batch = (int) array.size(0);
    int width = (int) array.size(1);
    float[] columns = new float[batch * width];
    for (int i = 0; i < batch; i++) {
      for (int j = 0; j < width; j++) {
        columns[j * batch + i] = rows[i * width + j];
      }
    }
    write(columns, array);
  }

  static void writeRows(double[] rows, INDArray array) {
    int batch = (int) array.size(0);
    int width = (int) array.size(1);
    double[] columns = new double[batch * width];
    for (int i = 0; i < batch; i++) {
      for (int j = 0; j < width; j++) {
        columns[j * batch + i] = rows[i * width + j];
      }
    }
    write(columns, array);
  }

  /** Reads a column-major array [batch, width] as rows, one after the other. */
  static double[] readRows(INDArray array) {
    int batch = (int) array.size(0);
    int width = (int) array.size(1);
    double[] columns = read(array);
    double[] rows = new double[batch * width];
    for (int i = 0; i < batch; i++) {
      for (int j = 0; j < width; j++) {
        rows[i * width + j] = columns[j * batch + i];
      }
    }
    return rows;
  }

  static void write(float[] values, INDArray array) {
    if (array.dataType() == DataType.FLOAT) {
      FloatKernels.pointer(array).put(values, 0, values.length);
    } else {
      double[] wide = new double[values.length];
      for (int i = 0; i < wide.length; i++) {
        wide[i] = values[i];
      }
      doubles(array).put(wide, 0, wide.length);
    }
  }

  static void write(double[] values, INDArray array) {
    if (array.dataType() == DataType.FLOAT) {
      float[] narrow = new float[values.length];
      for (int i = 0; i < narrow.length; i++) {
        narrow[i] = (float) values[i];
      }
      FloatKernels.pointer(array).put(narrow, 0, narrow.length);
    } else {
      doubles(array).put(values, 0, values.length);
    }
  }

  static double[] read(INDArray array) {
    double[] values = new double[(int) array.length()];
    if (array.dataType() != DataType.FLOAT) {
      doubles(array).get(values, 0, values.length);
      return values;
    }
    float[] narrow = new float[values.length];
    FloatPointer pointer = FloatKernels.pointer(array);
    pointer.get(narrow, 0, narrow.length);
    for (int i = 0; i < narrow.length; i++) {
      values[i] = narrow[i];
    }
    return values;
  }

  private static DoublePointer doubles(INDArray array) {
    return (DoublePointer) array.data().addressPointer();
  }
}
