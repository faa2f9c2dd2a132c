package dev.libra.gateway.balance;

import dev.libra.fleet.Check;
import java.time.Duration;

/**
 * How many requests may wait per service, and how long.
 *
 * @param length most waiting requests
 * @param timeout longest wait of one request
 * @param maxDelay longest wait that is expected of a new request while replicas are at work; one
 *     that would wait longer is refused at once. Zero means that none is
 */
public record QueueLimits(int length, Duration timeout, Duration maxDelay) {

  public QueueLimits {
    Check.between("queue length", length, 0, 1_000_000);
    Check.between("queue timeout in ms", timeout.toMillis(), 1, 600_000);
    Check.between("queue delay in ms", maxDelay.toMillis(), 0, 600_000);
  }

  /** Limits that shed nothing before the queue is full. */
  public QueueLimits(int length, Duration timeout) {
    this(length, timeout, Duration.ZERO);
  }

  long timeoutNanos() {
    return timeout.toNanos();
  }

  boolean sheds() {
    return !maxDelay.isZero();
  }

  long maxDelayNanos() {
    return maxDelay.toNanos();
  }
}
