package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.TestData;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateHistoryTest {
  private static final Instant START = TestData.START;
  private final RateHistory history = new RateHistory();

  @Test
  void followsALine() {
    for (int s = 0; s <= 60; s += 2) {
      history.add(START.plusSeconds(s), 100 + s);
    }
    assertThat(history.forecast(10)).isCloseTo(170, within(1e-9));
    assertThat(history.mean(60)).isCloseTo(130, within(1e-9));
    assertThat(history.mean(0)).isEqualTo(160);
    assertThat(history.roughness(60)).isCloseTo(2 / 130.0, within(1e-12));
  }

  @Test
  void forgetsAfterFiveMinutes() {
    history.add(START, 1000);
    history.add(START.plusSeconds(200), 10);
    assertThat(history.highest(60)).isEqualTo(10);
    assertThat(history.highest(300)).isEqualTo(1000);
    history.add(START.plusSeconds(301), 20);
    assertThat(history.highest(300)).isEqualTo(20);
  }

  @Test
  void takesEachMomentOnce() {
    history.add(START, 10);
    history.add(START, 1000);
    history.add(START.minusSeconds(1), 1000);
    assertThat(history.highest(300)).isEqualTo(10);
    assertThat(history.forecast(10)).isEqualTo(10);
    assertThat(history.roughness(300)).isZero();
  }

  @Test
  void neverForecastsLessThanNothing() {
    history.add(START, 100);
    history.add(START.plusSeconds(2), 1);
    assertThat(history.forecast(10)).isZero();
  }
}
