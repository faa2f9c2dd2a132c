package dev.libra.learning.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class InferenceNetworksTest {

  @Property(tries = 60)
  void graphWithTrunkAndHeadsComputesWhatDeeplearning4jDoes(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int inputs,
      @ForAll @IntRange(min = 1, max = 70) int hidden,
      @ForAll @IntRange(min = 2, max = 9) int actions) {
    same(Models.trunkWithHeads(seed, inputs, hidden, actions, "logits"), inputs, seed);
  }

  @Property(tries = 60)
  void separateNetworksComputeWhatDeeplearning4jDoes(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int inputs,
      @ForAll @IntRange(min = 1, max = 70) int hidden,
      @ForAll @IntRange(min = 2, max = 9) int actions) {
    same(Models.separate(seed, inputs, hidden, actions), inputs, seed);
  }

  @Property(tries = 60)
  void stackComputesWhatDeeplearning4jDoes(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int inputs,
      @ForAll @IntRange(min = 1, max = 256) int hidden) {
    MultiLayerNetwork model = Models.stack(seed, inputs, hidden, 3);
    float[] observation = observation(inputs, seed);
    Workspace pass = pass(InferenceNetworks.of(model, "qValues"), observation);
    close(pass.output("qValues"), model.output(row(observation)));
  }

  @Test
  void refusesAnActivationItDoesNotKnow() {
    MultiLayerNetwork model =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(
                    new OutputLayer.Builder().nIn(2).nOut(2).activation(Activation.SOFTMAX).build())
                .build());
    model.init();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InferenceNetworks.of(model, "logits"))
        .withMessageContaining("tanh, relu or identity, is: softmax");
  }

  private static void same(ComputationGraph model, int inputs, long seed) {
    float[] observation = observation(inputs, seed);
    InferenceNetwork network = InferenceNetworks.of(model);
    Workspace pass = pass(network, observation);
    INDArray[] expected = model.output(row(observation));
    close(pass.output("logits"), expected[0]);
    close(pass.output("value"), expected[1]);
    assertThat(network.outputNames()).containsExactlyInAnyOrder("logits", "value");
  }

  private static Workspace pass(InferenceNetwork network, float[] observation) {
    Workspace pass = network.newWorkspace();
    System.arraycopy(observation, 0, pass.input(), 0, observation.length);
    pass.forward();
    return pass;
  }

  private static void close(float[] actual, INDArray expected) {
    float[] values = expected.toFloatVector();
    assertThat(actual).hasSameSizeAs(values);
    for (int i = 0; i < values.length; i++) {
      assertThat(actual[i]).isCloseTo(values[i], within(1e-5f));
    }
  }

  private static INDArray row(float[] observation) {
    return Nd4j.createFromArray(new float[][] {observation});
  }

  private static float[] observation(int inputs, long seed) {
    Random random = new Random(seed);
    float[] values = new float[inputs];
    for (int i = 0; i < inputs; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
