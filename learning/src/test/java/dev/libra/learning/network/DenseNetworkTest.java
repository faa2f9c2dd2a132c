package dev.libra.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.SeededRandom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class DenseNetworkTest {
  private static final int BATCH = 7;

  private final SeededRandom random = new SeededRandom(3);

  static Stream<NetworkSpec> specs() {
    return Stream.of(
        NetworkSpec.actorCritic(4, 0, List.of(9, 6), Activation.TANH, 3),
        NetworkSpec.actorCritic(4, 0, List.of(5), Activation.RELU, 3),
        NetworkSpec.actorCritic(4, 3, List.of(9, 6), Activation.TANH, 3),
        NetworkSpec.qNetwork(5, List.of(8, 8), 2, false),
        NetworkSpec.qNetwork(5, List.of(8, 8), 2, true));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void computesWhatDeeplearning4jComputes(NetworkSpec spec) {
    DenseNetwork network = network(spec, DataType.FLOAT);
    float[] rows = rows(BATCH * width(spec));
    Map<String, double[]> gradients = gradients(spec);
    DensePass pass = network.pass(BATCH).forward(rows);
    pass.backward(gradients);

    ComputationGraph graph = network.graph();
    Map<String, INDArray> activations = graph.feedForward(inputs(spec, rows), true, false);
    for (String output : spec.outputs()) {
      assertThat(pass.output(output))
          .containsExactly(activations.get(output).dup('c').data().asDouble(), within(1e-5));
    }
    INDArray[] epsilons =
        spec.outputs().stream()
            .map(o -> Nd4j.createFromArray(gradients.get(o)).castTo(DataType.FLOAT))
            .map(e -> e.reshape('c', BATCH, e.length() / BATCH))
            .toArray(INDArray[]::new);
    INDArray expected = graph.backpropGradient(epsilons).gradient();
    assertThat(network.gradient().toDoubleMatrix()[0])
        .containsExactly(expected.reshape(1, expected.length()).toDoubleMatrix()[0], within(1e-4));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void itsGradientEqualsFiniteDifferences(NetworkSpec spec) {
    DenseNetwork network = network(spec, DataType.DOUBLE);
    float[] rows = rows(BATCH * width(spec));
    Map<String, double[]> factors = gradients(spec);
    network.pass(BATCH).forward(rows).backward(factors);
    double[] gradient = network.gradient().toDoubleMatrix()[0];
    INDArray parameters = network.graph().params();
    double h = 1e-6;
    for (int i = 0; i < gradient.length; i++) {
      double value = parameters.getDouble(i);
      parameters.putScalar(i, value + h);
      double above = loss(network, rows, factors);
      parameters.putScalar(i, value - h);
      double below = loss(network, rows, factors);
      parameters.putScalar(i, value);
      assertThat((above - below) / (2 * h))
          .as("parameter %d", i)
          .isCloseTo(gradient[i], within(1e-6));
    }
  }

  private static int width(NetworkSpec spec) {
    return spec.inputs() + spec.hindsight();
  }

  private static INDArray[] inputs(NetworkSpec spec, float[] rows) {
    INDArray all = Nd4j.createFromArray(rows).reshape('c', BATCH, width(spec));
    INDArray seen = all.get(NDArrayIndex.all(), NDArrayIndex.interval(0, spec.inputs()));
    return spec.hindsight() == 0 ? new INDArray[] {seen} : new INDArray[] {seen, all};
  }

  private static double loss(DenseNetwork network, float[] rows, Map<String, double[]> factors) {
    DensePass pass = network.pass(BATCH).forward(rows);
    double sum = 0;
    for (Map.Entry<String, double[]> factor : factors.entrySet()) {
      double[] output = pass.output(factor.getKey());
      for (int i = 0; i < output.length; i++) {
        sum += output[i] * factor.getValue()[i];
      }
    }
    return sum;
  }

  @Test
  void startsWithOrthogonalWeightsOfTheWishedGain() {
    float[][] weights =
        network(specs().findFirst().orElseThrow(), DataType.FLOAT).weights().get(1).weights();
    for (int a = 0; a < 6; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (float[] row : weights) {
          dot += row[a] * row[b];
        }
        assertThat(dot).isCloseTo(a == b ? 2 : 0, within(1e-5));
      }
    }
  }

  @Test
  void theModelBytesAreADeeplearning4jModel() throws IOException {
    DenseNetwork network = network(specs().findFirst().orElseThrow(), DataType.FLOAT);
    ComputationGraph graph =
        ModelSerializer.restoreComputationGraph(
            new ByteArrayInputStream(network.modelBytes()), false);
    assertThat(graph.params().toFloatVector()).isEqualTo(network.parameters());
  }

  @Test
  void theModelBytesLeaveOutWhatSeesHindsight() throws IOException {
    NetworkSpec spec = NetworkSpec.actorCritic(4, 3, List.of(9, 6), Activation.TANH, 3);
    DenseNetwork network = network(spec, DataType.FLOAT);
    ComputationGraph graph =
        ModelSerializer.restoreComputationGraph(
            new ByteArrayInputStream(network.modelBytes()), false);
    float[] rows = rows(BATCH * 7);
    INDArray observations = inputs(spec, rows)[0];
    assertThat(graph.output(observations)).hasSize(1);
    assertThat(graph.output(observations)[0].dup('c').data().asDouble())
        .containsExactly(
            network.pass(BATCH).forward(rows).output(NetworkSpec.LOGITS), within(1e-5));
  }

  @Test
  void refusesAGradientThatIsNotFiniteAndKeepsItsParameters() {
    NetworkSpec spec = specs().findFirst().orElseThrow();
    DenseNetwork network = network(spec, DataType.FLOAT);
    float[] before = network.parameters();
    Map<String, double[]> gradients = gradients(spec);
    gradients.get(NetworkSpec.VALUE)[0] = Double.NaN;
    network.pass(BATCH).forward(rows(BATCH * 4)).backward(gradients);
    assertThatThrownBy(() -> network.update(0.1, 0.5))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("gradient norm is NaN");
    assertThat(network.parameters()).isEqualTo(before);
  }

  @Test
  void approximatesTanhToSinglePrecision() {
    float[] values = new float[4001];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i - 2000) / 150f;
    }
    float[] tanh = values.clone();
    FloatKernels.tanh(tanh, tanh.length);
    for (int i = 0; i < values.length; i++) {
      assertThat((double) tanh[i]).isCloseTo(Math.tanh(values[i]), within(4e-7));
    }
  }

  private DenseNetwork network(NetworkSpec spec, DataType type) {
    DenseNetwork network = new DenseNetwork(spec, 1e-5, type);
    network.initialize(random);
    return network;
  }

  private float[] rows(int size) {
    float[] rows = new float[size];
    for (int i = 0; i < size; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    return rows;
  }

  private Map<String, double[]> gradients(NetworkSpec spec) {
    Map<String, double[]> gradients = new HashMap<>();
    for (String output : spec.outputs()) {
      double[] values = new double[BATCH * spec.unitsOf(output)];
      Arrays.setAll(values, i -> random.nextGaussian());
      gradients.put(output, values);
    }
    return gradients;
  }
}
