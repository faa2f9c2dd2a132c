package dev.libra.learning.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The element by element part of a dense layer, on column-major arrays [batch, units]. */
interface Kernels {

  /** Adds the bias to each row and applies the activation, in place. */
  void activate(INDArray z, INDArray bias, Activation activation);

  /**
   * Multiplies the gradient of the outputs with the activation's slope, in place, and sums it over
   * the batch into the bias's gradient.
   */
  void derive(INDArray delta, INDArray output, INDArray biasGradient, Activation activation);
}
