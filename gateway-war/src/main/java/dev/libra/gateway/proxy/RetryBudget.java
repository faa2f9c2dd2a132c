package dev.libra.gateway.proxy;

import dev.libra.fleet.Check;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds retries to a share of all requests, so that retrying can't multiply an overload.
 *
 * <p>A token bucket: each request pays in {@code share} of a token, each retry takes one. It starts
 * full, so that a replica's death under light traffic can be mended.
 */
public final class RetryBudget {
  private static final long TOKEN = 1000;
  static final long CAPACITY = 200 * TOKEN;

  private final long deposit;
  private final AtomicLong balance = new AtomicLong(CAPACITY);

  /**
   * @param share retries per request, 0 to 1
   */
  public RetryBudget(double share) {
    this.deposit = Math.round(Check.between("retry budget", share, 0, 1) * TOKEN);
  }

  void request() {
    // A full bucket is the usual case: read only, so that cores don't fight over the line.
    if (balance.get() < CAPACITY) {
      balance.accumulateAndGet(deposit, (have, more) -> Math.min(CAPACITY, have + more));
    }
  }

  boolean tryRetry() {
    return balance.getAndUpdate(have -> have >= TOKEN ? have - TOKEN : have) >= TOKEN;
  }
}
