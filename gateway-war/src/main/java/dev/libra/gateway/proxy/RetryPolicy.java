package dev.libra.gateway.proxy;

import dev.libra.fleet.Check;
import dev.libra.gateway.balance.Outcome;

/**
 * Decides whether a failed try is followed by another.
 *
 * <p>A request that was never sent goes back to the queue as often as it likes: it waits there for
 * a replica that can be reached, until its time to wait is over. All others have a bounded number
 * of retries and share a budget; those that may have been executed are retried only if that does no
 * harm.
 */
public final class RetryPolicy {
  private final int retries;
  private final RetryBudget budget;

  public RetryPolicy(int retries, RetryBudget budget) {
    this.retries = Check.between("retries", retries, 0, 10);
    this.budget = budget;
  }

  void request() {
    budget.request();
  }

  /**
   * @param retried how often this request was retried before
   */
  boolean mayRetry(Outcome outcome, RequestHead request, int retried) {
    return switch (outcome) {
      case UNREACHABLE -> true;
      case REJECTED -> retried < retries && budget.tryRetry();
      case LOST, STALLED, ERROR -> request.isIdempotent() && retried < retries && budget.tryRetry();
      case ANSWERED, ABANDONED -> false;
    };
  }
}
