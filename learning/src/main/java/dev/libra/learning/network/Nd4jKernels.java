package dev.libra.learning.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** ND4J's own operations, in the arrays' own precision. */
final class Nd4jKernels implements Kernels {

  @Override
  public void activate(INDArray z, INDArray bias, Activation activation) {
    z.addiRowVector(bias);
    switch (activation) {
      case TANH -> Transforms.tanh(z, false);
      case RELU -> Transforms.relu(z, false);
      case IDENTITY -> {}
    }
  }

  @Override
  public void derive(
      INDArray delta, INDArray output, INDArray biasGradient, Activation activation) {
    switch (activation) {
      case TANH -> delta.muli(output.mul(output).rsubi(1));
      case RELU -> delta.muli(output.gt(0).castTo(delta.dataType()));
      case IDENTITY -> {}
    }
    biasGradient.assign(delta.sum(true, 0));
  }
}
