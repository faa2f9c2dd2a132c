package dev.libra.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrainRateTest {
  private static final long MS = 1_000_000;
  private static final long BURST_EVERY = 40 * MS;
  private static final int BURST = 16;

  private final DrainRate rate = new DrainRate();
  private long now;

  @Test
  void nothingIsExpectedBeforeSomethingWasSeen() {
    rate.queueBegins(now);
    rate.taken(now + MS);
    assertThat(rate.expectedWait(1000, now + MS)).isZero();
  }

  @Test
  void aBurstIsNotTakenForThePace() {
    bursts(100);
    double trueWait = 200.0 * BURST_EVERY / BURST;
    for (long at = 0; at < BURST_EVERY; at += MS) {
      assertThat(rate.expectedWait(199, now + at)).isCloseTo(trueWait, within(0.05 * trueWait));
    }
  }

  @Test
  void silenceMakesTheWaitLonger() {
    bursts(100);
    double before = rate.expectedWait(199, now);
    assertThat(rate.expectedWait(199, now + 1000 * MS)).isGreaterThan(2 * before);
  }

  @Test
  void silenceWhileNobodyWaitsSaysNothing() {
    bursts(100);
    double one = rate.expectedWait(0, now);
    assertThat(one).isLessThan(5 * MS);
    assertThat(rate.expectedWait(0, now + 100_000 * MS)).isEqualTo(one);
  }

  @Test
  void timeInWhichNobodyWaitedDoesNotCount() {
    bursts(100);
    double before = rate.expectedWait(199, now);
    rate.queueBegins(now + 60_000 * MS);
    assertThat(rate.expectedWait(199, now + 60_000 * MS)).isEqualTo(before);
  }

  @Test
  void whatIsForgottenIsMeasuredAnew() {
    bursts(100);
    rate.forget(now);
    assertThat(rate.expectedWait(199, now)).isZero();
  }

  private void bursts(int count) {
    rate.queueBegins(now);
    for (int i = 0; i < count; i++) {
      now += BURST_EVERY;
      for (int j = 0; j < BURST; j++) {
        rate.taken(now);
      }
    }
  }
}
