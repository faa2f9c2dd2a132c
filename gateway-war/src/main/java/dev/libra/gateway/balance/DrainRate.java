package dev.libra.gateway.balance;

/** How fast a queue drains: the mean time between two places that come free while it is in use. */
final class DrainRate {
  private static final double WEIGHT = 0.1;
  private static final int BELIEVED_AFTER = 10;

  private double interval;
  private long last;
  private int seen;

  /** Begins to measure: the queue was empty until now. */
  void queueBegins(long now) {
    last = now;
  }

  void taken(long now) {
    double passed = now - last;
    last = now;
    interval = seen == 0 ? passed : interval + WEIGHT * (passed - interval);
    seen = Math.min(seen + 1, BELIEVED_AFTER);
  }

  /** Forgets what was measured: the replicas are others now. */
  void forget(long now) {
    seen = 0;
    last = now;
  }

  /** By Little's law, the wait in ns of who comes behind so many; 0 while that is unknown. */
  double expectedWait(int queued) {
    return seen < BELIEVED_AFTER ? 0 : queued * interval;
  }
}
