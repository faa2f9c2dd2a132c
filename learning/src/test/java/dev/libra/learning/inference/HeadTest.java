package dev.libra.learning.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadTest {

  @Test
  void isKnownByANetworksOutputs() {
    assertThat(Head.of(List.of("logits", "value"))).isEqualTo(Head.POLICY);
    assertThat(Head.of(List.of("qValues"))).isEqualTo(Head.Q);
    assertThat(Head.of(List.of("value", "advantage"))).isEqualTo(Head.DUELING);
  }

  @Test
  void refusesOutputsThatTellNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Head.of(List.of("value")))
        .withMessage("outputs must hold one of logits, qValues and advantage, were: [value]");
  }
}
