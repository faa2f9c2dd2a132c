package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatePriceTest {

  @Test
  void risesWithTheBudgetThatIsSpent() {
    assertThat(LatePrice.at(0)).isCloseTo(2, within(1e-12));
    assertThat(LatePrice.at(0.5)).isCloseTo(Math.sqrt(2 * 40), within(1e-12));
    assertThat(LatePrice.at(1)).isCloseTo(40, within(1e-9));
  }
}
