package dev.libra.traffic.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowthTest {
  private static final long SPAN_NS = Math.round(Growth.SPAN_S * 1e9);

  private final Growth growth = new Growth(0);

  @Test
  void allowsAFewInASpanAndAFewMoreInTheNext() {
    assertThat(taken(0, 0)).isEqualTo(4);
    assertThat(taken(4, SPAN_NS - 1)).isZero();
    assertThat(taken(4, SPAN_NS)).isEqualTo(4);
  }

  @Test
  void growsWithTheConnectionsThereAre() {
    assertThat(taken(6400, 0)).isEqualTo(100);
  }

  @Test
  void aConnectionThatFailedDoesNotCount() {
    taken(0, 0);
    growth.failed();
    assertThat(taken(0, 0)).isEqualTo(1);
  }

  @Test
  void aFailureInTheNextSpanGivesNothing() {
    growth.failed();
    assertThat(taken(0, 0)).isEqualTo(4);
  }

  private int taken(int open, long now) {
    int taken = 0;
    while (growth.take(open, now)) {
      taken++;
    }
    return taken;
  }
}
