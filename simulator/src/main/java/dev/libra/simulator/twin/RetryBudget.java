package dev.libra.simulator.twin;

/** The gateway's token bucket: each request pays in a share of a token, each retry takes one. */
final class RetryBudget {
  private static final double CAPACITY = 200;
  private final double share;
  private double tokens = CAPACITY;
  private long counted;

  RetryBudget(double share) {
    this.share = share;
  }

  /**
   * @param requests that came so far
   */
  boolean tryRetry(long requests) {
    tokens = Math.min(CAPACITY, tokens + (requests - counted) * share);
    counted = requests;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
