package dev.libra.policy.holtwinters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.TestData;
import dev.libra.policy.Loads;
import dev.libra.policy.Proposal;
import dev.libra.policy.sizing.RateTarget;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoltWintersPolicyTest {
  private final HoltWintersPolicy policy = new HoltWintersPolicy(settings(10, 10));
  private Instant now = TestData.START;

  @Test
  void scalesAheadOfARisingRate() {
    Proposal last = null;
    for (int i = 0; i <= 60; i++) {
      last = propose(100 + i * 4, 9);
    }
    assertThat(last.terms().get("forecast")).isGreaterThan(350);
    assertThat(last.desired()).as("340 requests/s now are 9 replicas").isGreaterThan(9);
  }

  @Test
  void coversThePresentRateAtLeast() {
    for (int i = 0; i < 30; i++) {
      propose(40, 1);
    }
    for (int i = 0; i < 5; i++) {
      assertThat(propose(200, 1).desired()).isGreaterThanOrEqualTo(1);
    }
    assertThat(propose(200, 1).desired()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void keepsTheHighestRecommendationForTheStabilizationTime() {
    propose(200, 5);
    for (int i = 0; i < 20; i++) {
      assertThat(propose(10, 5).desired()).isEqualTo(5);
    }
    Proposal last = null;
    for (int i = 0; i < 60; i++) {
      last = propose(10, 5);
    }
    assertThat(last.desired()).isEqualTo(1);
  }

  @Test
  void foresaysTheSecondPeak() {
    HoltWintersPolicy seasonal = new HoltWintersPolicy(settings(10, 100));
    for (int s = 0; s < 1090; s += 2) {
      seasonal.propose(Loads.of(TestData.START.plusSeconds(s), s % 100 < 20 ? 200 : 40, 5));
    }
    Proposal before = seasonal.propose(Loads.of(TestData.START.plusSeconds(1090), 40, 5));
    assertThat(before.terms().get("rps")).isEqualTo(40);
    assertThat(before.terms().get("forecast")).isGreaterThan(150);
  }

  @Test
  void refusesASeasonThatIsNoMultipleOfTheStep() {
    assertThatThrownBy(() -> settings(10, 15)).hasMessageContaining("multiple of the step");
  }

  private Proposal propose(double rate, int replicas) {
    now = now.plusSeconds(2);
    return policy.propose(Loads.of(now, rate, replicas));
  }

  private static HoltWintersSettings settings(long step, long season) {
    return new HoltWintersSettings(
        new RateTarget(40, 1),
        0.5,
        0.2,
        0.3,
        0.98,
        Duration.ofSeconds(step),
        Duration.ofSeconds(season),
        Duration.ofSeconds(20),
        0,
        Duration.ofSeconds(60));
  }
}
