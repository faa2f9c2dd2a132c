package dev.libra.learning.inference;

import dev.libra.learning.inference.InferenceNetwork.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Copies Deeplearning4j models of fully connected layers into {@link InferenceNetwork}s. */
public final class InferenceNetworks {

  private InferenceNetworks() {}

  /**
   * @param output the name that the last layer's output gets
   * @throws IllegalArgumentException if there is anything but fully connected layers
   */
  public static InferenceNetwork of(MultiLayerNetwork model, String output) {
    if (!model.getLayerWiseConfigurations().getInputPreProcessors().isEmpty()) {
      throw new IllegalArgumentException("input preprocessors are not supported");
    }
    return InferenceNetwork.stack(
        output, Arrays.stream(model.getLayers()).map(LayerCopy::of).toList());
  }

  /**
   * Takes over the graph's output names.
   *
   * @throws IllegalArgumentException if the graph has more than one input or anything but fully
   *     connected layers with one source each
   */
  public static InferenceNetwork of(ComputationGraph model) {
    if (model.getNumInputArrays() != 1) {
      throw new IllegalArgumentException(
          "the graph must have 1 input, has: " + model.getNumInputArrays());
    }
    List<Node> nodes = new ArrayList<>();
    Map<String, Integer> places = place(model, nodes);
    Map<String, Integer> outputs = new LinkedHashMap<>();
    model.getConfiguration().getNetworkOutputs().forEach(o -> outputs.put(o, places.get(o)));
    return new InferenceNetwork(inputs(nodes), nodes, outputs);
  }

  /** Adds a node for each layer, sources first, and tells where each vertex went. */
  private static Map<String, Integer> place(ComputationGraph model, List<Node> nodes) {
    Map<String, Integer> places = new HashMap<>();
    for (int index : model.topologicalSortOrder()) {
      GraphVertex vertex = model.getVertices()[index];
      if (vertex.isInputVertex()) {
        places.put(vertex.getVertexName(), InferenceNetwork.INPUT);
      } else {
        places.put(vertex.getVertexName(), nodes.size());
        nodes.add(new Node(places.get(source(model, vertex)), copy(vertex)));
      }
    }
    return places;
  }

  private static int inputs(List<Node> nodes) {
    return nodes.stream()
        .filter(node -> node.source() == InferenceNetwork.INPUT)
        .mapToInt(node -> node.layer().inputs())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the graph must have a layer"));
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
    return LayerCopy.of(vertex.getLayer());
  }
}
