package dev.libra.learning.inference;

import dev.libra.learning.network.Activation;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies one of Deeplearning4j's fully connected layers. */
final class LayerCopy {

  private LayerCopy() {}

  /**
   * @throws IllegalArgumentException if it is not fully connected or has another activation than
   *     {@link Activation} knows
   */
  static DenseLayer of(Layer layer) {
    FeedForwardLayer conf = dense(layer.conf().getLayer());
    int inputs = Math.toIntExact(conf.getNIn());
    int outputs = Math.toIntExact(conf.getNOut());
    INDArray bias = layer.getParam("b");
    return new DenseLayer(
        inputs,
        layer.getParam("W").dup('c').data().asFloat(),
        bias == null ? new float[outputs] : bias.dup('c').data().asFloat(),
        activation(conf.getActivationFn()));
  }

  private static FeedForwardLayer dense(org.deeplearning4j.nn.conf.layers.Layer conf) {
    if (conf instanceof org.deeplearning4j.nn.conf.layers.DenseLayer dense
        && !dense.hasLayerNorm()) {
      return dense;
    }
    if (conf instanceof OutputLayer output) {
      return output;
    }
    throw new IllegalArgumentException(
        "layer must be a dense or an output layer without normalisation, is: "
            + conf.getClass().getSimpleName());
  }

  private static Activation activation(IActivation function) {
    if (function instanceof ActivationTanH) {
      return Activation.TANH;
    }
    // Equal, since the same class also does leaky and bounded ones.
    if (function.equals(new ActivationReLU())) {
      return Activation.RELU;
    }
    if (function instanceof ActivationIdentity) {
      return Activation.IDENTITY;
    }
    throw new IllegalArgumentException(
        "activation must be tanh, relu or identity, is: " + function);
  }
}
