package dev.libra.gateway.metering;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Latencies since the start in the form of a Prometheus histogram: for each bound the number of
 * requests at or below it. It is fed with whole intervals, so that a request pays nothing for it.
 */
public final class LatencyBuckets {
  /** In s; Prometheus' usual ones from 1 ms on. */
  public static final List<Double> BOUNDS =
      List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

  private static final double MICROS = 1e6;

  private final long[] atOrBelow = new long[BOUNDS.size()];
  private long count;
  private double sum;

  /** Adds latencies in µs. */
  public synchronized void add(Histogram micros) {
    long total = micros.getTotalCount();
    if (total == 0) {
      return;
    }
    for (int i = 0; i < atOrBelow.length; i++) {
      atOrBelow[i] += micros.getCountBetweenValues(0, Math.round(BOUNDS.get(i) * MICROS));
    }
    count += total;
    sum += micros.getMean() * total / MICROS;
  }

  /** How many took no longer than {@link #BOUNDS} at this index. */
  public synchronized long atOrBelow(int index) {
    return atOrBelow[index];
  }

  public synchronized long count() {
    return count;
  }

  /** In s. */
  public synchronized double sum() {
    return sum;
  }
}
