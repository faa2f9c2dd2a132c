package dev.libra.policy.kpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.TestData;
import dev.libra.policy.Loads;
import dev.libra.policy.Proposal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One replica has 8 places, of which 70 % are aimed at: 5.6. With 100 ms, 56 requests/s. */
class KpaPolicyTest {
  private final KpaPolicy kpa = new KpaPolicy(KpaSettings.stock());
  private Instant now = TestData.START;

  @Test
  void dividesTheConcurrencyByTheTarget() {
    Proposal proposal = propose(100, 1);
    assertThat(proposal.desired()).as("10 ÷ 5.6").isEqualTo(2);
    assertThat(proposal.terms())
        .containsEntry("stable", 10.0)
        .containsEntry("perReplica", 5.6)
        .containsEntry("panicReplicas", 2.0);
  }

  @Test
  void panicsWhenTheShortWindowWantsTwiceAsMany() {
    settle(50, 1);
    Proposal proposal = settle(224, 1);
    assertThat(proposal.terms())
        .containsEntry("panicking", 1.0)
        .containsEntry("panicReplicas", 3.0);
    assertThat(proposal.desired()).as("mean of 5, 22.4, 22.4 over 5.6").isEqualTo(3);
    assertThat(proposal.reason()).endsWith("panicking");
  }

  @Test
  void neverGoesDownInPanicAndLeavesItAStableWindowLater() {
    settle(50, 1);
    repeat(224, 1, 3);
    assertThat(propose(224, 4).desired()).isEqualTo(4);
    for (int s = 2; s <= 60; s += 2) {
      assertThat(settle(20, 4).desired()).as("%d s after", s).isEqualTo(4);
    }
    assertThat(repeat(20, 4, 5).desired()).isLessThan(4);
  }

  @Test
  void goesDownByHalfAtMost() {
    repeat(560, 10, 40);
    assertThat(repeat(0, 10, 40).desired()).isEqualTo(5);
  }

  @Test
  void startsInPanicWithMoreThanOneReplica() {
    assertThat(propose(10, 3).desired()).isEqualTo(3);
    assertThat(propose(10, 3).reason()).isNotBlank();
  }

  @Test
  void scalesOnTheRateIfAsked() {
    KpaSettings stock = KpaSettings.stock();
    KpaSettings rps =
        new KpaSettings(
            KpaMetric.RPS,
            100,
            0.7,
            stock.tick(),
            stock.stableWindow(),
            stock.panicWindow(),
            stock.panicThreshold(),
            stock.maxScaleUpRate(),
            stock.maxScaleDownRate(),
            stock.scaleDownDelay());
    assertThat(new KpaPolicy(rps).propose(Loads.of(now, 141, 1)).desired()).isEqualTo(3);
  }

  @Test
  void refusesAPanicWindowLongerThanTheStableOne() {
    KpaSettings s = KpaSettings.stock();
    assertThatThrownBy(
            () ->
                new KpaSettings(
                    s.metric(),
                    0,
                    0.7,
                    s.tick(),
                    Duration.ofSeconds(5),
                    s.panicWindow(),
                    2,
                    1000,
                    2,
                    Duration.ZERO))
        .hasMessageContaining("panicWindow must be at most");
  }

  private Proposal repeat(double rate, int replicas, int times) {
    Proposal last = null;
    for (int i = 0; i < times; i++) {
      last = settle(rate, replicas);
    }
    return last;
  }

  private Proposal settle(double rate, int replicas) {
    Proposal proposal = propose(rate, replicas);
    now = now.plusSeconds(2);
    return proposal;
  }

  private Proposal propose(double rate, int replicas) {
    return kpa.propose(Loads.of(now, rate, replicas));
  }
}
