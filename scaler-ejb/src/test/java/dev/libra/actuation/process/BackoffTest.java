package dev.libra.actuation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration NEVER_READY = Duration.ZERO;

  private final Backoff backoff = new Backoff();

  @Test
  void doublesTheWaitUpToAMinute() {
    assertThat(backoff.failed(T0, NEVER_READY)).hasSeconds(1);
    assertThat(backoff.permits(T0.plusMillis(999))).isFalse();
    assertThat(backoff.permits(T0.plusSeconds(1))).isTrue();
    assertThat(backoff.failed(T0, NEVER_READY)).hasSeconds(2);
    assertThat(backoff.failed(T0, NEVER_READY)).hasSeconds(4);
    for (int i = 0; i < 100; i++) {
      backoff.failed(T0, NEVER_READY);
    }
    assertThat(backoff.failed(T0, NEVER_READY)).hasSeconds(60);
  }

  @Test
  void replacesAReplicaThatHadBeenStableAtOnce() {
    backoff.failed(T0, NEVER_READY);
    assertThat(backoff.failed(T0, Duration.ofSeconds(30))).isZero();
    assertThat(backoff.permits(T0)).isTrue();
  }

  @Test
  void forgetsFailuresOfLongAgo() {
    backoff.failed(T0, NEVER_READY);
    backoff.failed(T0, NEVER_READY);
    assertThat(backoff.failed(T0.plusSeconds(301), NEVER_READY)).hasSeconds(1);
  }
}
