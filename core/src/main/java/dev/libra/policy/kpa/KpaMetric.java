package dev.libra.policy.kpa;

import dev.libra.metrics.Sample;

/** What the KPA scales on. */
public enum KpaMetric {
  /**
   * Requests under way, waiting ones included, on average over the tick: rate × mean time (Little's
   * law), which is what the queue-proxies and the activator report together.
   */
  CONCURRENCY {
    @Override
    double of(Sample sample) {
      return sample.requestsPerSecond() * sample.meanMs() / 1000;
    }
  },
  /** Requests/s. */
  RPS {
    @Override
    double of(Sample sample) {
      return sample.requestsPerSecond();
    }
  };

  abstract double of(Sample sample);
}
