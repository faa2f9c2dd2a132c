package dev.libra.policy.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.TestData;
import dev.libra.policy.Loads;
import org.junit.jupiter.api.Test;

class FixedPolicyTest {

  @Test
  void keepsTheMinimumTheMaximumOrANumber() {
    assertThat(wish(FixedSettings.min())).isEqualTo(1);
    assertThat(wish(FixedSettings.max())).isEqualTo(20);
    assertThat(wish(FixedSettings.count(7))).isEqualTo(7);
    assertThat(wish(FixedSettings.count(21))).isEqualTo(20);
  }

  @Test
  void refusesACountWhereThereIsNone() {
    assertThatThrownBy(() -> new FixedSettings(FixedSettings.Size.MIN, 3))
        .hasMessageContaining("replicas");
    assertThatThrownBy(() -> FixedSettings.count(0)).hasMessageContaining("replicas");
  }

  private static int wish(FixedSettings settings) {
    return new FixedPolicy(settings).propose(Loads.of(TestData.START, 500, 3)).desired();
  }
}
