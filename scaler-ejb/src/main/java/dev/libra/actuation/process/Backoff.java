package dev.libra.actuation.process;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before the next start after failures in a row: 1 s, then twice as long each
 * time, at most 60 s. A replica that was ready for 30 s is replaced at once, and 5 min without a
 * failure end the row.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration STABLE = Duration.ofSeconds(30);

  private static final Duration FORGET = Duration.ofMinutes(5);

  private int failures;
  private Instant lastFailure = Instant.MIN;
  private Instant notBefore = Instant.MIN;

  /**
   * @param readyFor how long the replica that failed had been ready
   * @return how long the next start waits
   */
  Duration failed(Instant now, Duration readyFor) {
    boolean wasStable = readyFor.compareTo(STABLE) >= 0;
    if (lastFailure.isBefore(now.minus(FORGET))) {
      failures = 0;
    }
    lastFailure = now;
    failures = wasStable ? 0 : failures + 1;
    Duration delay = failures == 0 ? Duration.ZERO : delay();
    notBefore = now.plus(delay);
    return delay;
  }

  boolean permits(Instant now) {
    return !now.isBefore(notBefore);
  }

  private Duration delay() {
    Duration delay = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }
}
