package dev.libra.policy.seasonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.TestData;
import dev.libra.policy.Loads;
import dev.libra.policy.Proposal;
import dev.libra.policy.sizing.RateTarget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A period of 100 s in slots of 10 s; a replica takes 40 requests/s. */
class SeasonalMaxPolicyTest {
  private final SeasonalMaxPolicy policy = new SeasonalMaxPolicy(settings(100, 10, 2));

  @Test
  void takesTheRecentMaximumInTheFirstPeriod() {
    assertThat(propose(0, 90).desired()).isEqualTo(3);
    assertThat(propose(2, 10).desired()).isEqualTo(3);
    assertThat(propose(30, 10).desired()).as("90 is older than the window").isEqualTo(1);
  }

  @Test
  void providesForThePeakOfThePeriodBefore() {
    run(0, 100, 50, 60, 200);
    assertThat(propose(138, 10).desired()).isEqualTo(1);
    Proposal ahead = propose(140, 10);
    assertThat(ahead.desired()).as("10 s ahead").isEqualTo(5);
    assertThat(ahead.reason())
        .isEqualTo("highest rate of this time in past periods 200.0 requests/s");
    run(142, 172, 0, 0, 0);
    assertThat(propose(172, 10).desired()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsOlderThanItsSeasons() {
    run(0, 100, 50, 60, 200);
    run(100, 300, 0, 0, 0);
    assertThat(propose(345, 10).desired()).as("the peak is three periods old").isEqualTo(1);
  }

  @Test
  void aLongGapIsForgottenToo() {
    run(0, 100, 50, 60, 200);
    assertThat(propose(100_045, 10).desired()).isEqualTo(1);
  }

  @Test
  void refusesAPeriodThatIsNoMultipleOfTheSlot() {
    assertThatThrownBy(() -> settings(100, 30, 2)).hasMessageContaining("multiple of the slot");
  }

  /** 10 requests/s, and {@code peak} from {@code peakFrom} to {@code peakTo}. */
  private void run(int from, int to, int peakFrom, int peakTo, double peak) {
    for (int s = from; s < to; s += 2) {
      propose(s, s >= peakFrom && s < peakTo ? peak : 10);
    }
  }

  private Proposal propose(int second, double rate) {
    return policy.propose(Loads.of(TestData.START.plusSeconds(second), rate, 1));
  }

  private static SeasonalMaxSettings settings(long period, long slot, int seasons) {
    return new SeasonalMaxSettings(
        new RateTarget(40, 1),
        Duration.ofSeconds(period),
        Duration.ofSeconds(slot),
        Duration.ofSeconds(10),
        seasons,
        Duration.ofSeconds(20));
  }
}
