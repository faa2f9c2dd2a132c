package dev.libra.simulator.twin;

import java.util.Arrays;

/**
 * Counts latencies in buckets of at most 0.8 % width, from 1 µs to 2^27 µs (134 s).
 *
 * <p>HdrHistogram's layout with fewer digits: a power of two is split into 128 equal buckets. It is
 * small enough to stay in a core's cache, and emptied where it was used only.
 */
final class LatencyHistogram {
  private static final int SUB_BITS = 7;
  private static final int SUB = 1 << SUB_BITS;
  private static final long HIGHEST = (1L << 27) - 1;

  private final long[] counts = new long[index(HIGHEST) + 1];
  private int lowest = counts.length;
  private int highest = -1;
  private long total;
  private long sum;

  void record(long micros) {
    long bounded = Math.max(0, Math.min(micros, HIGHEST));
    int index = index(bounded);
    counts[index]++;
    total++;
    sum += bounded;
    if (index < lowest) {
      lowest = index;
    }
    if (index > highest) {
      highest = index;
    }
  }

  void add(LatencyHistogram other) {
    for (int i = other.lowest; i <= other.highest; i++) {
      counts[i] += other.counts[i];
    }
    total += other.total;
    sum += other.sum;
    lowest = Math.min(lowest, other.lowest);
    highest = Math.max(highest, other.highest);
  }

  void reset() {
    if (highest >= 0) {
      Arrays.fill(counts, lowest, highest + 1, 0);
    }
    lowest = counts.length;
    highest = -1;
    total = 0;
    sum = 0;
  }

  long total() {
    return total;
  }

  /** Mean in ms, 0 when empty. */
  double meanMs() {
    return total == 0 ? 0 : sum / 1000.0 / total;
  }

  /**
   * The latency in ms that this share of the requests did not exceed, to the width of a bucket; 0
   * when empty.
   *
   * @param percentile 0 to 100
   */
  double percentileMs(double percentile) {
    long wanted = Math.max(1, (long) Math.ceil(percentile / 100 * total));
    long seen = 0;
    for (int i = lowest; i <= highest; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return middle(i) / 1000.0;
      }
    }
    return 0;
  }

  private static int index(long micros) {
    int shift = Math.max(0, 64 - SUB_BITS - 1 - Long.numberOfLeadingZeros(micros | 1));
    return (shift << SUB_BITS) + (int) (micros >>> shift);
  }

  private static double middle(int index) {
    int shift = index < 2 * SUB ? 0 : (index >>> SUB_BITS) - 1;
    long from = (long) (index - (shift << SUB_BITS)) << shift;
    return from + ((1L << shift) - 1) / 2.0;
  }
}
