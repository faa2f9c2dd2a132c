package dev.libra.learning.network;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Forward and backward through a {@link DenseNetwork} for one batch size, in arrays that are made
 * once: the cost of a small network is in the calls, not in the sums.
 */
public final class DensePass {
  private final NetworkSpec spec;
  private final List<LayerViews> layers;
  private final Kernels kernels;
  private final INDArray input;
  private final Map<String, INDArray> outputs = new LinkedHashMap<>();
  private final Map<String, INDArray> deltas = new HashMap<>();

  DensePass(NetworkSpec spec, List<LayerViews> layers, Kernels kernels, int batch) {
    this.spec = spec;
    this.layers = layers;
    this.kernels = kernels;
    INDArray any = layers.get(0).weights();
    int width = spec.inputs() + spec.hindsight();
    this.input = Nd4j.create(any.dataType(), new long[] {batch, width}, 'f');
    outputs.put(NetworkSpec.WITH_HINDSIGHT, input);
    outputs.put(NetworkSpec.INPUT, input.get(all(), interval(0, spec.inputs())));
    for (LayerViews layer : layers) {
      long[] shape = {batch, layer.spec().units()};
      outputs.put(layer.spec().name(), Nd4j.create(any.dataType(), shape, 'f'));
      deltas.put(layer.spec().name(), Nd4j.create(any.dataType(), shape, 'f'));
    }
  }

  /**
   * Computes all outputs.
   *
   * @param rows [batch × (inputs + hindsight)], observation after observation, each with its
   *     hindsight behind it
   */
  public DensePass forward(float[] rows) {
    if (rows.length != input.length()) {
      throw new IllegalArgumentException(
          "input must have " + input.length() + " numbers, had: " + rows.length);
    }
    Transfer.writeRows(rows, input);
    for (LayerViews layer : layers) {
      INDArray z = outputs.get(layer.spec().name());
      Nd4j.gemm(outputs.get(layer.spec().input()), layer.weights(), z, false, false, 1, 0);
      kernels.activate(z, layer.bias(), layer.spec().activation());
    }
    return this;
  }

  /** An output of the last {@link #forward}: [batch × units], row after row. */
  public double[] output(String layer) {
    return Transfer.readRows(outputs.get(layer));
  }

  /**
   * Computes the gradient of all parameters from the last {@link #forward}.
   *
   * @param gradients of the loss by each of the network's outputs, [batch × units], row after row
   */
  public void backward(Map<String, double[]> gradients) {
    Set<String> reached = new HashSet<>();
    for (String output : spec.outputs()) {
      Transfer.writeRows(gradients.get(output), deltas.get(output));
      reached.add(output);
    }
    for (int i = layers.size() - 1; i >= 0; i--) {
      backward(layers.get(i), reached);
    }
  }

  private void backward(LayerViews layer, Set<String> reached) {
    LayerSpec at = layer.spec();
    INDArray delta = deltas.get(at.name());
    kernels.derive(delta, outputs.get(at.name()), layer.biasGradient(), at.activation());
    Nd4j.gemm(outputs.get(at.input()), delta, layer.weightGradient(), true, false, 1, 0);
    if (deltas.containsKey(at.input())) {
      // The first that reaches a layer overwrites what the last pass left there, others add.
      double keep = reached.add(at.input()) ? 0 : 1;
      Nd4j.gemm(delta, layer.weights(), deltas.get(at.input()), false, true, 1, keep);
    }
  }
}
