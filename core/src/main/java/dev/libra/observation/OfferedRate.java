package dev.libra.observation;

import dev.libra.metrics.Sample;

/**
 * The rate at which requests came, by that at which they were answered. While a queue grows, the
 * answers come as fast as the places allow, whatever comes: but each request has waited longer than
 * the one before. Where first come is first served, requests whose latency grows by dW within dt
 * came at 1 ÷ (1 − dW/dt) times the rate of their answers. Not thread-safe.
 */
final class OfferedRate {
  /** As a share of the SLO: what is quicker has hardly waited. */
  private static final double QUEUED = 2.0 / 3;

  private static final double LOWEST = 0.3;
  private static final double HIGHEST = 4;

  private double latencyS = Double.NaN;
  private double rate;

  /**
   * Adds what is seen now.
   *
   * @param passedS since the last time; 0 for the first one
   */
  void add(Sample sample, double sloMs, double passedS) {
    rate = sample.requestsPerSecond();
    if (rate > 0) {
      double before = latencyS;
      latencyS = sample.meanMs() / 1000;
      if (passedS > 0 && !Double.isNaN(before) && sample.p95Ms() > QUEUED * sloMs) {
        rate *= factor((latencyS - before) / passedS);
      }
    }
  }

  private static double factor(double slope) {
    return Math.max(LOWEST, 1 / Math.max(1 / HIGHEST, 1 - slope));
  }

  /** Requests/s. */
  double value() {
    return rate;
  }
}
