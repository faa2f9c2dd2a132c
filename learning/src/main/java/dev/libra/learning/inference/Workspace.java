package dev.libra.learning.inference;

import java.util.Arrays;
import java.util.List;

/** What one forward pass writes to; made once, used again and again by one thread. */
public final class Workspace {
  private final InferenceNetwork network;
  private final List<InferenceNetwork.Node> nodes;
  private final float[] input;
  private final float[][] values;
  private final float[] inputSlopes;
  private final float[][] slopes;

  Workspace(InferenceNetwork network) {
    this.network = network;
    this.nodes = network.nodes();
    this.input = new float[network.inputs()];
    this.values = new float[nodes.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = new float[nodes.get(i).layer().outputs()];
    }
    this.inputSlopes = new float[network.inputs()];
    this.slopes = new float[values.length][];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = new float[values[i].length];
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

  /**
   * How far each input moves a sum of an output's values, at those of the last pass; overwritten by
   * the next call.
   *
   * @param weights of the values in the sum
   */
  float[] slopes(String output, float[] weights) {
    Arrays.fill(inputSlopes, 0);
    for (float[] each : slopes) {
      Arrays.fill(each, 0);
    }
    int from = network.node(output);
    System.arraycopy(weights, 0, slopes[from], 0, weights.length);
    for (int i = from; i >= 0; i--) {
      InferenceNetwork.Node node = nodes.get(i);
      boolean first = node.source() == InferenceNetwork.INPUT;
      node.layer().backward(values[i], slopes[i], first ? inputSlopes : slopes[node.source()]);
    }
    return inputSlopes;
  }

  /** An output's values of the last pass, overwritten by the next. */
  public float[] output(String name) {
    return values[network.node(name)];
  }
}
