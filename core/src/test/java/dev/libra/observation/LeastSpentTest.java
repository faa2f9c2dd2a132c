package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSpentTest {
  private final LeastSpent least = new LeastSpent(0.3, 0.8);

  @Test
  void isLessTheRougherTheLoadIs() {
    assertThat(least.on(0)).isEqualTo(0.8);
    assertThat(least.on(0.08)).isEqualTo(0.8);
    assertThat(least.on(0.1)).isCloseTo(0.55, within(1e-9));
    assertThat(least.on(0.12)).isEqualTo(0.3);
    assertThat(least.on(2)).isEqualTo(0.3);
  }

  @Test
  void loadOfWhichNothingIsKnownIsNotCalledSteady() {
    assertThat(least.on(Double.NaN)).isEqualTo(0.3);
  }

  @Test
  void mayBeTheSameOnAnyLoad() {
    assertThat(LeastSpent.always(0.4).on(0)).isEqualTo(0.4);
    assertThat(LeastSpent.always(0.4).on(1)).isEqualTo(0.4);
  }

  @Test
  void refusesWhatIsNoShareAndLessOnSteadyLoad() {
    assertThatThrownBy(() -> new LeastSpent(-0.1, 1)).hasMessageContaining("rough");
    assertThatThrownBy(() -> new LeastSpent(0, 1.1)).hasMessageContaining("steady");
    assertThatThrownBy(() -> new LeastSpent(0.5, 0.4)).hasMessageContaining("steady");
  }
}
