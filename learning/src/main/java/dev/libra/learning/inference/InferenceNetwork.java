package dev.libra.learning.inference;

import dev.libra.fleet.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A tree of fully connected layers with one input and any number of named outputs: a trunk with
 * heads, separate networks for policy and value, or a plain stack.
 *
 * <p>Immutable and thread-safe; what a pass writes to is the caller's {@link Workspace}.
 */
public final class InferenceNetwork {
  /** Stands for the network's input where a node names its source. */
  public static final int INPUT = -1;

  private final int inputs;
  private final List<Node> nodes;
  private final Map<String, Integer> outputs;

  /**
   * A layer and where its input comes from.
   *
   * @param source index of an earlier node, or {@link #INPUT}
   */
  public record Node(int source, DenseLayer layer) {

    public Node {
      Check.between("source", source, INPUT, Integer.MAX_VALUE);
      Check.present("layer", layer);
    }
  }

  /**
   * @param nodes in an order in which each comes after its source
   * @param outputs the index of the node that each named output is
   * @throws IllegalArgumentException if a layer's inputs are not as many as its source's outputs
   */
  public InferenceNetwork(int inputs, List<Node> nodes, Map<String, Integer> outputs) {
    this.inputs = (int) Check.between("inputs", inputs, 1, DenseLayer.MAX_UNITS);
    this.nodes = List.copyOf(nodes);
    this.outputs = new LinkedHashMap<>(outputs);
    Check.between("number of outputs", outputs.size(), 1, 64);
    outputs.forEach((name, node) -> Check.between("node of " + name, node, 0, nodes.size() - 1));
    for (int i = 0; i < nodes.size(); i++) {
      int source = (int) Check.between("source of node " + i, nodes.get(i).source(), INPUT, i - 1);
      int given = source == INPUT ? inputs : nodes.get(source).layer().outputs();
      Check.between("inputs of node " + i, nodes.get(i).layer().inputs(), given, given);
    }
  }

  /** A plain stack of layers whose last one is the only output. */
  public static InferenceNetwork stack(String output, List<DenseLayer> layers) {
    Check.between("number of layers", layers.size(), 1, 1000);
    List<Node> nodes =
        IntStream.range(0, layers.size()).mapToObj(i -> new Node(i - 1, layers.get(i))).toList();
    return new InferenceNetwork(layers.get(0).inputs(), nodes, Map.of(output, layers.size() - 1));
  }

  public int inputs() {
    return inputs;
  }

  public Set<String> outputNames() {
    return Set.copyOf(outputs.keySet());
  }

  /**
   * The part of this network that these outputs need: what a decision doesn't read isn't computed.
   *
   * @throws IllegalArgumentException if there is no such output
   */
  InferenceNetwork only(Set<String> wanted) {
    boolean[] needed = new boolean[nodes.size()];
    wanted.forEach(output -> needed[node(output)] = true);
    for (int i = needed.length - 1; i >= 0; i--) {
      if (needed[i] && nodes.get(i).source() != INPUT) {
        needed[nodes.get(i).source()] = true;
      }
    }
    int[] places = new int[needed.length];
    List<Node> kept = new ArrayList<>();
    for (int i = 0; i < needed.length; i++) {
      places[i] = kept.size();
      if (needed[i]) {
        int source = nodes.get(i).source();
        kept.add(new Node(source == INPUT ? INPUT : places[source], nodes.get(i).layer()));
      }
    }
    Map<String, Integer> names = new LinkedHashMap<>();
    wanted.forEach(output -> names.put(output, places[node(output)]));
    return new InferenceNetwork(inputs, kept, names);
  }

  /** The number of values of an output. */
  public int size(String output) {
    return nodes.get(node(output)).layer().outputs();
  }

  /** Room for one pass at a time; each thread needs its own. */
  public Workspace newWorkspace() {
    return new Workspace(this);
  }

  List<Node> nodes() {
    return nodes;
  }

  int node(String output) {
    Integer node = outputs.get(output);
    if (node == null) {
      throw new IllegalArgumentException(
          "no output is called " + output + ", there are: " + outputs.keySet());
    }
    return node;
  }
}
