package dev.libra.observation;

import java.time.Instant;
import java.util.Arrays;

/**
 * How long requests hold their places, as a multiple of what is configured, as it can be seen from
 * outside: by the mean latency of the quickest tenth of the last five minutes' samples, in which
 * hardly any request had to wait; or, while nearly all of them wait, by how many are answered. Not
 * thread-safe.
 */
final class Pace {
  private static final double QUICKEST = 0.1;
  private static final double MEMORY_S = 300;
  private static final double LOWEST = 0.5;
  private static final double HIGHEST = 4;

  /** So many samples in a row tell how slow requests have become. */
  private static final int ENOUGH = 3;

  private final History factors = new History();
  private final double[] busy = new double[ENOUGH];
  private int samples;
  private boolean seen;

  /**
   * @param factor a sample's mean latency as a multiple of the configured service time
   */
  void add(Instant now, double factor) {
    factors.add(now, factor);
    seen = true;
  }

  /**
   * Adds what the throughput of a sample says.
   *
   * @param factor the places that were there by those that its requests would have held as
   *     configured; 0 if places may have been free
   */
  void addThroughput(double factor) {
    busy[samples++ % ENOUGH] = factor;
  }

  /** From 0.5 to 4; 1 until something was seen. */
  double factor() {
    if (!seen) {
      return 1;
    }
    double usual = factors.quantile(QUICKEST, MEMORY_S);
    double slowed = Arrays.stream(busy).min().orElse(0);
    return Math.max(LOWEST, Math.min(HIGHEST, Math.max(usual, slowed)));
  }
}
