package dev.libra.observation;

import dev.libra.metrics.Sample;

/**
 * How many of a sample's requests were late, as far as its mean and its P95 tell: while a queue
 * grows or shrinks steadily, latencies are spread evenly between a shortest and a longest one.
 */
final class LateShare {
  private static final double P95 = 0.95;

  /** Where evenly spread values lie between their ends: their mean, and their 95th percentile. */
  private static final double FROM_MEAN = P95 - 0.5;

  private LateShare() {}

  /** 0 if the P95 is within the SLO, and 0.05 to 1 if it isn't. */
  static double of(Sample sample, double sloMs) {
    if (!(sample.p95Ms() > sloMs)) {
      return 0;
    }
    double width = (sample.p95Ms() - sample.meanMs()) / FROM_MEAN;
    double longest = sample.meanMs() + width / 2;
    double late = width > 0 ? (longest - sloMs) / width : 1;
    return Math.max(1 - P95, Math.min(1, late));
  }
}
