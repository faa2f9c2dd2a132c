package dev.libra.gateway.balance;

import dev.libra.fleet.Check;
import java.time.Duration;

/**
 * How many requests may wait per service, and how long.
 *
 * @param length most waiting requests
 * @param timeout longest wait of one request
 */
public record QueueLimits(int length, Duration timeout) {

  public QueueLimits {
    Check.between("queue length", length, 0, 1_000_000);
    Check.between("queue timeout in ms", timeout.toMillis(), 1, 600_000);
  }

  long timeoutNanos() {
    return timeout.toNanos();
  }
}
