package dev.libra.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void multipliesTheSmallestMostAndNeverFallsBack() {
    // As R's p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
    assertThat(Holm.correct(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, Offset.offset(1e-12));
  }

  @Test
  void staysWithinOne() {
    assertThat(Holm.correct(0.9, 0.8)).containsExactly(1, 1);
    assertThat(Holm.correct()).isEmpty();
    assertThatThrownBy(() -> Holm.correct(1.1)).hasMessageContaining("p-value");
  }
}
