package dev.libra.gateway.balance;

import java.util.concurrent.TimeUnit;

/**
 * An average of latencies that believes a rise at once and a fall slowly.
 *
 * <p>Peak EWMA as in Twitter's Finagle: a latency above the average replaces it; one below pulls it
 * down with weight {@code 1 - e^(-t/τ)}, t being the time since the last one. It also fades while
 * nothing is measured, so that a replica which was slow once is tried again.
 */
final class PeakEwma {
  private static final double TAU_NANOS = TimeUnit.SECONDS.toNanos(2);

  private double average;
  private long updatedAt;

  void record(long latencyNanos, long now) {
    double kept = faded(now);
    double weight = average == 0 ? 1 : 1 - decay(now);
    average = latencyNanos > kept ? latencyNanos : average * (1 - weight) + latencyNanos * weight;
    updatedAt = now;
  }

  /** The average in ns as of now; 0 before the first latency. */
  double faded(long now) {
    return average == 0 ? 0 : average * decay(now);
  }

  private double decay(long now) {
    return Math.exp(-Math.max(0, now - updatedAt) / TAU_NANOS);
  }
}
