package dev.libra.gateway.balance;

import java.util.concurrent.TimeUnit;

/**
 * How fast a queue drains: the places that came free while it was in use, over the time of that,
 * both forgotten exponentially. Time is weighed, not places: they come free in bursts, between
 * which there is nothing.
 */
final class DrainRate {
  private static final double MEMORY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int BELIEVED_AFTER = 10;

  private double places;
  private double nanos;
  private long last;
  private int seen;

  /** Begins to measure: the queue was empty until now. */
  void queueBegins(long now) {
    last = now;
  }

  void taken(long now) {
    double kept = kept(now);
    nanos = nanos(kept);
    places = places * kept + 1;
    last = now;
    seen = Math.min(seen + 1, BELIEVED_AFTER);
  }

  private double kept(long now) {
    return Math.exp(-(now - last) / MEMORY_NANOS);
  }

  private double nanos(double kept) {
    return nanos * kept + MEMORY_NANOS * (1 - kept);
  }

  /** Forgets what was measured: the replicas are others now. */
  void forget(long now) {
    seen = 0;
    places = 0;
    nanos = 0;
    last = now;
  }

  /**
   * By Little's law, the wait in ns of who comes behind so many; 0 while that is unknown. Silence
   * since the last place counts only while somebody waits for the next one.
   */
  double expectedWait(int ahead, long now) {
    if (seen < BELIEVED_AFTER) {
      return 0;
    }
    double kept = ahead == 0 ? 1 : kept(now);
    return (ahead + 1) * nanos(kept) / Math.max(Double.MIN_NORMAL, places * kept);
  }
}
