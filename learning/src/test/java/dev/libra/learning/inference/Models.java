package dev.libra.learning.inference;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small Deeplearning4j models for tests. */
public final class Models {

  private Models() {}

  /** A trunk of two layers with heads {@code logits} (or any other name) and {@code value}. */
  public static ComputationGraph trunkWithHeads(
      long seed, int inputs, int hidden, int actions, String head) {
    ComputationGraphConfiguration.GraphBuilder graph =
        settings(seed)
            .graphBuilder()
            .addInputs("observation")
            .addLayer("trunk-1", dense(inputs, hidden, Activation.TANH), "observation")
            .addLayer("trunk-2", dense(hidden, hidden, Activation.RELU), "trunk-1")
            .addLayer(head, dense(hidden, actions, Activation.IDENTITY), "trunk-2")
            .addLayer("value-1", dense(hidden, 3, Activation.TANH), "trunk-2")
            .addLayer("value", dense(3, 1, Activation.IDENTITY), "value-1")
            .setOutputs(head, "value");
    ComputationGraph model = new ComputationGraph(graph.build());
    model.init();
    return model;
  }

  /** Two networks that share nothing but the input. */
  public static ComputationGraph separate(long seed, int inputs, int hidden, int actions) {
    ComputationGraphConfiguration.GraphBuilder graph =
        settings(seed)
            .graphBuilder()
            .addInputs("observation")
            .addLayer("actor-1", dense(inputs, hidden, Activation.TANH), "observation")
            .addLayer("actor-2", dense(hidden, hidden, Activation.TANH), "actor-1")
            .addLayer("logits", dense(hidden, actions, Activation.IDENTITY), "actor-2")
            .addLayer("critic-1", dense(inputs, hidden, Activation.TANH), "observation")
            .addLayer("value", dense(hidden, 1, Activation.IDENTITY), "critic-1")
            .setOutputs("logits", "value");
    ComputationGraph model = new ComputationGraph(graph.build());
    model.init();
    return model;
  }

  /** A plain stack that ends in a DL4J output layer. */
  public static MultiLayerNetwork stack(long seed, int inputs, int hidden, int actions) {
    MultiLayerNetwork model =
        new MultiLayerNetwork(
            settings(seed)
                .list()
                .layer(dense(inputs, hidden, Activation.RELU))
                .layer(
                    new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(hidden)
                        .nOut(actions)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    model.init();
    return model;
  }

  private static NeuralNetConfiguration.Builder settings(long seed) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .weightInit(WeightInit.XAVIER)
        .biasInit(0.1)
        .updater(new Adam(1e-3));
  }

  private static DenseLayer dense(int inputs, int outputs, Activation activation) {
    return new DenseLayer.Builder().nIn(inputs).nOut(outputs).activation(activation).build();
  }
}
