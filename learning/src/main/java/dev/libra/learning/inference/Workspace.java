package dev.libra.learning.inference;

import java.util.List;

/** What one forward pass writes to; made once, used again and again by one thread. */
public final class Workspace {
  private final InferenceNetwork network;
  private final List<InferenceNetwork.Node> nodes;
  private final float[] input;
  private final float[][] values;

  Workspace(InferenceNetwork network) {
    this.network = network;
    this.nodes = network.nodes();
    this.input = new float[network.inputs()];
    this.values = new float[nodes.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = new float[nodes.get(i).layer().outputs()];
    }
  }

  /** The network's input, to be filled before {@link #forward}. */
  public float[] input() {
    return input;
  }

  /** Computes every output from {@link #input}; allocates nothing. */
  public void forward() {
    for (int i = 0; i < values.length; i++) {
      InferenceNetwork.Node node = nodes.get(i);
      node.layer()
          .forward(
              node.source() == InferenceNetwork.INPUT ? input : values[node.source()], values[i]);
    }
  }

  /** An output's values of the last pass, overwritten by the next. */
  public float[] output(String name) {
    return values[network.node(name)];
  }
}
