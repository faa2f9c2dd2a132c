package dev.libra.learning.inference;

import dev.libra.learning.inference.DenseNetwork.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies Deeplearning4j models of fully connected layers into {@link DenseNetwork}s. */
public final class DenseNetworks {

  private DenseNetworks() {}

  /**
   * @param output the name that the last layer's output gets
   * @throws IllegalArgumentException if there is anything but fully connected layers
   */
  public static DenseNetwork of(MultiLayerNetwork model, String output) {
    if (!model.getLayerWiseConfigurations().getInputPreProcessors().isEmpty()) {
      throw new IllegalArgumentException("input preprocessors are not supported");
    }
    return DenseNetwork.stack(
        output, Arrays.stream(model.getLayers()).map(DenseNetworks::copy).toList());
  }

  /**
   * Takes over the graph's output names.
   *
   * @throws IllegalArgumentException if the graph has more than one input or anything but fully
   *     connected layers with one source each
   */
  public static DenseNetwork of(ComputationGraph model) {
    if (model.getNumInputArrays() != 1) {
      throw new IllegalArgumentException(
          "the graph must have 1 input, has: " + model.getNumInputArrays());
    }
    List<Node> nodes = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (int index : model.topologicalSortOrder()) {
      GraphVertex vertex = model.getVertices()[index];
      if (vertex.isInputVertex()) {
        places.put(vertex.getVertexName(), DenseNetwork.INPUT);
      } else {
        places.put(vertex.getVertexName(), nodes.size());
        nodes.add(new Node(places.get(source(model, vertex)), copy(vertex)));
      }
    }
    Map<String, Integer> outputs = new LinkedHashMap<>();
    model.getConfiguration().getNetworkOutputs().forEach(o -> outputs.put(o, places.get(o)));
    int first =
        nodes.stream()
            .filter(n -> n.source() == DenseNetwork.INPUT)
            .findFirst()
            .orElseThrow()
            .layer()
            .inputs();
    return new DenseNetwork(first, nodes, outputs);
  }

  private static String source(ComputationGraph model, GraphVertex vertex) {
    VertexIndices[] sources = vertex.getInputVertices();
    if (sources.length != 1) {
      throw new IllegalArgumentException(
          "vertex " + vertex.getVertexName() + " must have 1 source, has: " + sources.length);
    }
    return model.getVertices()[sources[0].getVertexIndex()].getVertexName();
  }

  private static DenseLayer copy(GraphVertex vertex) {
    if (!vertex.hasLayer()) {
      throw new IllegalArgumentException(
          "vertex "
              + vertex.getVertexName()
              + " must be a fully connected layer, is: "
              + vertex.getClass().getSimpleName());
    }
    return copy(vertex.getLayer());
  }

  private static DenseLayer copy(Layer layer) {
    org.deeplearning4j.nn.conf.layers.Layer conf = layer.conf().getLayer();
    boolean dense =
        conf instanceof org.deeplearning4j.nn.conf.layers.DenseLayer d && !d.hasLayerNorm()
            || conf instanceof org.deeplearning4j.nn.conf.layers.OutputLayer;
    if (!dense) {
      throw new IllegalArgumentException(
          "layer must be a dense or an output layer without normalisation, is: "
              + conf.getClass().getSimpleName());
    }
    int inputs = Math.toIntExact(((FeedForwardLayer) conf).getNIn());
    int outputs = Math.toIntExact(((FeedForwardLayer) conf).getNOut());
    INDArray bias = layer.getParam("b");
    return new DenseLayer(
        inputs,
        layer.getParam("W").dup('c').data().asFloat(),
        bias == null ? new float[outputs] : bias.dup('c').data().asFloat(),
        activation(((BaseLayer) conf).getActivationFn()));
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
