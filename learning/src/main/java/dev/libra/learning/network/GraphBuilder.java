package dev.libra.learning.network;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** Makes the Deeplearning4j model of a {@link NetworkSpec}. */
final class GraphBuilder {
  private GraphBuilder() {}

  /** A model with all parameters zero. */
  static ComputationGraph build(NetworkSpec spec, DataType type) {
    ComputationGraphConfiguration.GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .weightInit(WeightInit.ZERO)
            // The gradients that we hand in are means over the batch already.
            .miniBatch(false)
            // Updates are made on the flat parameters, with a clip by the global norm.
            .updater(new NoOp())
            .graphBuilder()
            .addInputs(NetworkSpec.INPUT);
    if (spec.hindsight() > 0) {
      builder.addInputs(NetworkSpec.WITH_HINDSIGHT);
    }
    for (LayerSpec layer : spec.layers()) {
      builder.addLayer(layer.name(), dense(spec, layer), layer.input());
    }
    builder.setOutputs(spec.outputs().toArray(String[]::new));
    ComputationGraph graph = new ComputationGraph(builder.build());
    graph.init();
    return graph;
  }

  private static DenseLayer dense(NetworkSpec spec, LayerSpec layer) {
    return new DenseLayer.Builder()
        .nIn(spec.unitsOf(layer.input()))
        .nOut(layer.units())
        .activation(
            switch (layer.activation()) {
              case TANH -> org.nd4j.linalg.activations.Activation.TANH;
              case RELU -> org.nd4j.linalg.activations.Activation.RELU;
              case IDENTITY -> org.nd4j.linalg.activations.Activation.IDENTITY;
            })
        .build();
  }
}
