package dev.libra.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.TestData;
import dev.libra.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionSetTest {
  private static final Instant NOW = TestData.START;

  @Test
  void masksWhatLeavesTheBounds() {
    assertThat(mask(ActionSet.STANDARD, 1, null)).containsExactly(false, true, true);
    assertThat(mask(ActionSet.STANDARD, 6, null)).containsExactly(true, true, false);
    assertThat(mask(ActionSet.LARGE, 2, null)).containsExactly(false, true, true, true, true, true);
    assertThat(mask(ActionSet.LARGE, 5, null))
        .containsExactly(true, true, true, true, false, false);
  }

  @Test
  void masksDirectionsThatCoolDown() {
    assertThat(mask(ActionSet.STANDARD, 3, NOW.minusSeconds(1)))
        .containsExactly(false, true, false);
    assertThat(mask(ActionSet.STANDARD, 3, NOW.minusSeconds(2))).containsExactly(false, true, true);
    assertThat(mask(ActionSet.STANDARD, 3, NOW.minusSeconds(29)))
        .containsExactly(false, true, true);
    assertThat(mask(ActionSet.STANDARD, 3, NOW.minusSeconds(30))).containsExactly(true, true, true);
  }

  @Test
  void wishesWithinTheBounds() {
    assertThat(ActionSet.LARGE.desired(observation(4, null), 5)).isEqualTo(6);
    assertThat(ActionSet.STANDARD.desired(observation(4, null), 0)).isEqualTo(3);
  }

  @Test
  void targetsAreWhatTheRateWantsAtTheShare() {
    // 50 requests/s of 133 per replica.
    assertThat(ActionSet.TARGETS.desired(observation(4, null), 0)).isEqualTo(4);
    assertThat(ActionSet.TARGETS.desired(observation(4, null), 1)).isEqualTo(1);
    assertThat(ActionSet.TARGETS.desired(observation(1, null), 6)).isEqualTo(1);
    assertThat(mask(ActionSet.TARGETS, 4, NOW.minusSeconds(5)))
        .containsExactly(true, false, false, false, false, false, false);
  }

  @Test
  void isFoundByItsNames() {
    assertThat(ActionSet.named(List.of("down", "keep", "up"))).isEqualTo(ActionSet.STANDARD);
    assertThatThrownBy(() -> ActionSet.named(List.of("up"))).hasMessageContaining("were: [up]");
  }

  private static boolean[] mask(ActionSet actions, int desired, Instant lastChange) {
    return actions.mask(
        observation(desired, lastChange), Duration.ofSeconds(2), Duration.ofSeconds(10));
  }

  private static Observation observation(int desired, Instant lastChange) {
    return new Observation(
        TestData.search(), TestData.sample("search", NOW), Duration.ZERO, desired, NOW, lastChange);
  }
}
