package dev.libra.learning.network;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A layer's place in the model's flat parameters, and the same place in a flat gradient.
 *
 * @param weights [input, output], column-major
 * @param bias [1, output]
 */
record LayerViews(
    LayerSpec spec,
    INDArray weights,
    INDArray bias,
    INDArray weightGradient,
    INDArray biasGradient) {

  static LayerViews of(LayerSpec spec, ComputationGraph graph, INDArray gradient) {
    INDArray weights = graph.getLayer(spec.name()).getParam("W");
    INDArray bias = graph.getLayer(spec.name()).getParam("b");
    return new LayerViews(
        spec, weights, bias, like(weights, graph, gradient), like(bias, graph, gradient));
  }

  private static INDArray like(INDArray view, ComputationGraph graph, INDArray gradient) {
    long from = view.offset() - graph.params().offset();
    return gradient
        .get(NDArrayIndex.point(0), NDArrayIndex.interval(from, from + view.length()))
        .reshape('f', view.shape());
  }
}
