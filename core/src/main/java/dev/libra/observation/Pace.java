package dev.libra.observation;

import java.time.Instant;

/**
 * How long requests hold their places, as a multiple of what is configured, as it can be seen from
 * outside: by the mean latency of the quickest tenth of the last five minutes' samples, in which
 * hardly any request had to wait. Not thread-safe.
 */
final class Pace {
  private static final double QUICKEST = 0.1;
  private static final double MEMORY_S = 300;
  private static final double LOWEST = 0.5;
  private static final double HIGHEST = 4;

  private final History factors = new History();
  private boolean seen;

  /**
   * @param factor a sample's mean latency as a multiple of the configured service time
   */
  void add(Instant now, double factor) {
    factors.add(now, factor);
    seen = true;
  }

  /** From 0.5 to 4; 1 until something was seen. */
  double factor() {
    if (!seen) {
      return 1;
    }
    return Math.max(LOWEST, Math.min(HIGHEST, factors.quantile(QUICKEST, MEMORY_S)));
  }
}
