package dev.libra.traffic.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts and times requests; written by the engine's thread, read by any. */
final class Meter {
  private static final long HIGHEST_MICROS = 600_000_000L;
  private static final int DIGITS = 3;

  private final Histogram latency = new Histogram(HIGHEST_MICROS, DIGITS);
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private long intended;
  private long sent;
  private long late;

  synchronized void intended() {
    intended++;
  }

  synchronized void sent(boolean inTime) {
    sent++;
    late += inTime ? 0 : 1;
  }

  synchronized void ended(Outcome outcome, long micros) {
    outcomes.merge(outcome, 1L, Long::sum);
    if (outcome != Outcome.NOT_SENT) {
      latency.recordValue(Math.max(1, Math.min(micros, HIGHEST_MICROS)));
    }
  }

  synchronized Figures figures() {
    long answered = outcomes.values().stream().mapToLong(Long::longValue).sum();
    Map<String, Long> failures = new TreeMap<>();
    outcomes.forEach(
        (outcome, count) -> {
          if (outcome.failed()) {
            failures.put(outcome.name().toLowerCase(java.util.Locale.ROOT), count);
          }
        });
    long failed = failures.values().stream().mapToLong(Long::longValue).sum();
    return new Figures(
        intended,
        sent,
        late,
        answered,
        failed,
        failures,
        latency.getTotalCount() == 0 ? 0 : latency.getMean() / 1000,
        ms(50),
        ms(95),
        ms(99),
        ms(99.9),
        latency.getTotalCount() == 0 ? 0 : latency.getMaxValue() / 1000.0);
  }

  synchronized Histogram histogram() {
    return latency.copy();
  }

  private double ms(double percentile) {
    return latency.getTotalCount() == 0 ? 0 : latency.getValueAtPercentile(percentile) / 1000.0;
  }
}
