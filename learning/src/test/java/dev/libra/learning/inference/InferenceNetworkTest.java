package dev.libra.learning.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.libra.learning.network.Activation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InferenceNetworkTest {
  private static final DenseLayer TWO_TO_ONE =
      new DenseLayer(2, new float[] {3, 4}, new float[] {5}, Activation.IDENTITY);

  @Test
  void weighsSumsAndAddsTheBias() {
    Workspace pass = InferenceNetwork.stack("qValues", List.of(TWO_TO_ONE)).newWorkspace();
    pass.input()[0] = 10;
    pass.input()[1] = 100;
    pass.forward();
    assertThat(pass.output("qValues")).containsExactly(435);
  }

  @Test
  void weightsOfOneInputAreNextToEachOther() {
    DenseLayer layer =
        new DenseLayer(2, new float[] {1, -2, 10, -20}, new float[] {0, 0}, Activation.RELU);
    float[] output = new float[2];
    layer.forward(new float[] {1, 1}, output);
    assertThat(output).containsExactly(11, 0);
  }

  @Test
  void keepsItsOwnCopyOfTheWeights() {
    float[] weights = {1};
    DenseLayer layer = new DenseLayer(1, weights, new float[] {0}, Activation.IDENTITY);
    weights[0] = 99;
    float[] output = new float[1];
    layer.forward(new float[] {2}, output);
    assertThat(output).containsExactly(2);
  }

  @Test
  void refusesWeightsThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DenseLayer(2, new float[3], new float[2], Activation.TANH))
        .withMessage("number of weights must be between 4 and 4, was: 3");
  }

  @Test
  void refusesWeightsThatAreNotFinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DenseLayer(1, new float[] {Float.NaN}, new float[1], Activation.TANH))
        .withMessage("weight 0 must be finite, was: NaN");
  }

  @Test
  void refusesALayerThatDoesNotFitItsSource() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new InferenceNetwork(
                    3, List.of(new InferenceNetwork.Node(-1, TWO_TO_ONE)), Map.of("qValues", 0)))
        .withMessage("inputs of node 0 must be between 3 and 3, was: 2");
  }

  @Test
  void refusesANodeBeforeItsSource() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new InferenceNetwork(
                    2, List.of(new InferenceNetwork.Node(0, TWO_TO_ONE)), Map.of("qValues", 0)))
        .withMessageStartingWith("source of node 0");
  }

  @Test
  void computesOnlyWhatIsWanted() {
    InferenceNetwork both =
        new InferenceNetwork(
            2,
            List.of(
                new InferenceNetwork.Node(InferenceNetwork.INPUT, times(1)),
                new InferenceNetwork.Node(InferenceNetwork.INPUT, TWO_TO_ONE),
                new InferenceNetwork.Node(0, times(10)),
                new InferenceNetwork.Node(2, times(100))),
            Map.of("value", 1, "logits", 3));
    InferenceNetwork logits = both.only(Set.of("logits"));
    Workspace pass = logits.newWorkspace();
    pass.input()[0] = 2;
    pass.input()[1] = 3;
    pass.forward();
    assertThat(pass.output("logits")).containsExactly(2000, 3000);
    assertThat(logits.nodes()).hasSize(3);
    assertThat(logits.outputNames()).containsExactly("logits");
    assertThatIllegalArgumentException().isThrownBy(() -> both.only(Set.of("qValues")));
  }

  private static DenseLayer times(float factor) {
    return new DenseLayer(2, new float[] {factor, 0, 0, factor}, new float[2], Activation.IDENTITY);
  }

  @Test
  void namesItsOutputsWhenAskedForAnother() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InferenceNetwork.stack("qValues", List.of(TWO_TO_ONE)).size("logits"))
        .withMessage("no output is called logits, there are: [qValues]");
  }
}
