package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.TestData;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Instant START = TestData.START;
  private final History history = new History();

  @Test
  void followsALine() {
    for (int s = 0; s <= 60; s += 2) {
      history.add(START.plusSeconds(s), 100 + s);
    }
    assertThat(history.mean(60)).isCloseTo(130, within(1e-9));
    assertThat(history.mean(0)).isEqualTo(160);
    assertThat(history.roughness(60)).isCloseTo(2 / 130.0, within(1e-12));
  }

  @Test
  void looksBackAsFarAsItIsAsked() {
    history.add(START, 1000);
    history.add(START.plusSeconds(200), 10);
    assertThat(history.quantile(1, 60)).isEqualTo(10);
    assertThat(history.quantile(1, 300)).isEqualTo(1000);
    history.add(START.plusSeconds(301), 20);
    assertThat(history.quantile(1, 300)).isEqualTo(20);
    assertThat(history.quantile(1, 600)).isEqualTo(1000);
    history.add(START.plusSeconds(1801), 30);
    assertThat(history.quantile(1, 3600)).isEqualTo(30);
  }

  @Test
  void ordersWhatItHasSeen() {
    for (int s = 0; s <= 100; s++) {
      history.add(START.plusSeconds(s), (s * 37) % 101);
    }
    assertThat(history.quantile(0, 600)).isZero();
    assertThat(history.quantile(0.95, 600)).isEqualTo(95);
    assertThat(history.quantile(1, 600)).isEqualTo(100);
  }

  @Test
  void keepsHalfAnHourOfAnyNumberOfReadings() {
    for (int ms = 0; ms <= 3_600_000; ms += 100) {
      history.add(START.plusMillis(ms), ms);
    }
    assertThat(history.quantile(0, 3600)).isEqualTo(1_800_000);
    assertThat(history.mean(600)).isCloseTo(3_300_000, within(1e-6));
  }

  @Test
  void findsTheSteepestRise() {
    eachTwoSeconds(100, 50, 80, 90, 300, 310, 0, 250);
    assertThat(history.surge(2, 600)).isEqualTo(250);
    assertThat(history.surge(8, 600)).isEqualTo(260);
    assertThat(history.surge(4, 2)).isEqualTo(250);
    assertThat(history.surge(1, 600)).isZero();
  }

  @Test
  void findsTheTypicalChange() {
    eachTwoSeconds(100, 100, 100, 110, 120, 5000, 120, 130);
    // Of 0, 0, 10, 10, 4880, 4880, 10.
    assertThat(history.typicalChange(2, 600)).isEqualTo(10);
    // Of 4890, 0 and 4870.
    assertThat(history.typicalChange(4, 4)).isEqualTo(4870);
    assertThat(history.typicalChange(1, 600)).isZero();
  }

  @Test
  void tellsForHowLongAndHowOftenItWasFed() {
    history.add(START, 1);
    assertThat(history.seconds()).isZero();
    assertThat(history.interval(600)).isZero();
    history.add(START.plusSeconds(5), 1);
    history.add(START.plusSeconds(6), 1);
    assertThat(history.seconds()).isEqualTo(6);
    assertThat(history.interval(600)).isEqualTo(3);
    assertThat(history.interval(1)).isEqualTo(1);
  }

  private void eachTwoSeconds(double... values) {
    for (int i = 0; i < values.length; i++) {
      history.add(START.plusSeconds(2L * i), values[i]);
    }
  }
}
