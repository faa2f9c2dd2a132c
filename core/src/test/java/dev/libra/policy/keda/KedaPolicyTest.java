package dev.libra.policy.keda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.TestData;
import dev.libra.policy.Loads;
import dev.libra.policy.Proposal;
import dev.libra.policy.sizing.RateTarget;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KedaPolicyTest {
  private final KedaPolicy keda = new KedaPolicy(settings(5));
  private Instant now = TestData.START;

  @Test
  void dividesTheRateByTheTarget() {
    Proposal proposal = propose(90, 1);
    assertThat(proposal.desired()).isEqualTo(3);
    assertThat(proposal.reason()).isEqualTo("90.0 requests/s at 40.0 per replica");
    assertThat(proposal.terms())
        .containsEntry("usageRatio", 2.25)
        .containsEntry("recommended", 3.0);
  }

  @Test
  void keepsTheCountWithinTheTolerance() {
    assertThat(propose(88, 2).desired()).isEqualTo(2);
    now = now.plusSeconds(15);
    assertThat(propose(89, 2).desired()).as("mean of 88 and 89 is 88.5").isEqualTo(3);
  }

  @Test
  void averagesOverItsWindow() {
    propose(40, 1);
    now = now.plusSeconds(15);
    assertThat(propose(120, 1).desired()).as("mean 80").isEqualTo(2);
    now = now.plusSeconds(45);
    assertThat(propose(120, 2).desired()).as("40 has left the window").isEqualTo(3);
  }

  @Test
  void evaluatesOnlyOncePerSync() {
    propose(40, 1);
    now = now.plusSeconds(14);
    assertThat(propose(400, 1).reason()).isEqualTo("between two syncs");
  }

  @Test
  void aScaleDownWaitsForTheStabilizationWindow() {
    propose(160, 4);
    for (int s = 15; s < 360; s += 15) {
      now = TestData.START.plusSeconds(s);
      propose(10, 4);
    }
    now = TestData.START.plusSeconds(375);
    assertThat(propose(10, 4).desired()).isEqualTo(1);
  }

  @Test
  void growsByFourOrDoublesPerPeriod() {
    assertThat(propose(4000, 1).desired()).isEqualTo(5);
    now = now.plusSeconds(15);
    assertThat(propose(4000, 5).desired()).isEqualTo(10);
  }

  @Test
  void theThirdFailedReadingCallsTheFallback() {
    propose(40, 1);
    assertThat(stale().desired()).isEqualTo(1);
    assertThat(stale().desired()).isEqualTo(1);
    Proposal third = stale();
    assertThat(third.desired()).isEqualTo(5);
    assertThat(third.reason()).isEqualTo("fallback after 3 failed readings");
    now = now.plusSeconds(15);
    assertThat(propose(40, 5).desired()).as("stabilized").isEqualTo(5);
  }

  @Test
  void holdsWithoutAFallback() {
    KedaPolicy none = new KedaPolicy(settings(0));
    for (int i = 0; i < 10; i++) {
      now = now.plusSeconds(15);
      assertThat(
              none.propose(Loads.of(now, 400, 100, 2, 2, Duration.ofSeconds(60 + 15 * i)))
                  .desired())
          .isEqualTo(2);
    }
  }

  @Test
  void refusesImpossibleSettings() {
    assertThatThrownBy(() -> settings(-1)).hasMessageContaining("fallbackReplicas");
  }

  private Proposal propose(double rate, int replicas) {
    return keda.propose(Loads.of(now, rate, replicas));
  }

  private Proposal stale() {
    now = now.plusSeconds(15);
    return keda.propose(Loads.of(now, 40, 100, 1, 1, Duration.ofSeconds(11)));
  }

  private static KedaSettings settings(int fallback) {
    KedaSettings stock = KedaSettings.stock();
    return new KedaSettings(
        new RateTarget(40, 0.7),
        stock.tolerance(),
        stock.sync(),
        stock.window(),
        stock.downStabilization(),
        stock.upPercent(),
        stock.upPods(),
        stock.upPeriod(),
        stock.staleAfter(),
        stock.failureThreshold(),
        fallback);
  }
}
