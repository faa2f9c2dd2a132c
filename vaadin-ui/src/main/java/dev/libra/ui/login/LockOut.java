package dev.libra.ui.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** After five wrong passwords in a row, each further one locks the log-in for half a minute. */
final class LockOut {
  private static final int ALLOWED = 5;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Clock clock;
  private int failures;
  private Instant lockedUntil = Instant.MIN;

  LockOut(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean isLocked() {
    return clock.instant().isBefore(lockedUntil);
  }

  synchronized void failed() {
    failures++;
    if (failures >= ALLOWED) {
      lockedUntil = clock.instant().plus(PAUSE);
    }
  }

  synchronized void succeeded() {
    failures = 0;
  }
}
