package dev.libra.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClientRateTest {
  private long now = -5;
  private final ClientRate rate = new ClientRate(10, 3, 42, now);

  @Test
  void aBurstPassesAndThenTheRateHolds() {
    for (int i = 0; i < 3; i++) {
      assertThat(rate.take("10.0.0.1", now)).isZero();
    }
    assertThat(rate.take("10.0.0.1", now)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
    now += TimeUnit.MILLISECONDS.toNanos(100);
    assertThat(rate.take("10.0.0.1", now)).isZero();
    assertThat(rate.take("10.0.0.1", now)).isPositive();
  }

  @Test
  void oneClientDoesNotSpendAnothersTokens() {
    for (int i = 0; i < 10; i++) {
      rate.take("10.0.0.1", now);
    }
    assertThat(rate.take("10.0.0.2", now)).isZero();
  }

  @Test
  void withoutARateEverythingPasses() {
    ClientRate none = new ClientRate(0, 1, 42, now);
    for (int i = 0; i < 1000; i++) {
      assertThat(none.take("10.0.0.1", now)).isZero();
    }
  }
}
