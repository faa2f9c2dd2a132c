package dev.libra.traffic.engine;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts and times requests; for one thread. */
final class Meter {
  private static final long HIGHEST_MICROS = 600_000_000L;
  private static final int DIGITS = 3;
  private static final Outcome[] OUTCOMES = Outcome.values();

  private final Histogram latency = new Histogram(HIGHEST_MICROS, DIGITS);
  private final long[] outcomes = new long[OUTCOMES.length];
  private long intended;
  private long sent;
  private long late;
  private long retries;

  void intended(boolean retry) {
    intended++;
    retries += retry ? 1 : 0;
  }

  void sent(boolean inTime) {
    sent++;
    late += inTime ? 0 : 1;
  }

  void ended(Outcome outcome, long micros) {
    outcomes[outcome.ordinal()]++;
    if (outcome != Outcome.NOT_SENT) {
      latency.recordValue(Math.max(1, Math.min(micros, HIGHEST_MICROS)));
    }
  }

  void add(Meter other) {
    latency.add(other.latency);
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] += other.outcomes[i];
    }
    intended += other.intended;
    sent += other.sent;
    late += other.late;
    retries += other.retries;
  }

  void reset() {
    latency.reset();
    java.util.Arrays.fill(outcomes, 0);
    intended = 0;
    sent = 0;
    late = 0;
    retries = 0;
  }

  Figures figures() {
    return new Figures(
        intended,
        sent,
        late,
        retries,
        java.util.Arrays.stream(outcomes).sum(),
        failures().values().stream().mapToLong(Long::longValue).sum(),
        outcomes[Outcome.REFUSED.ordinal()],
        failures(),
        latency.getTotalCount() == 0 ? 0 : latency.getMean() / 1000,
        ms(50),
        ms(95),
        ms(99),
        ms(99.9),
        latency.getTotalCount() == 0 ? 0 : latency.getMaxValue() / 1000.0);
  }

  Histogram histogram() {
    return latency.copy();
  }

  private Map<String, Long> failures() {
    Map<Outcome, Long> failures = new EnumMap<>(Outcome.class);
    for (Outcome outcome : OUTCOMES) {
      if (outcome.failed() && outcomes[outcome.ordinal()] > 0) {
        failures.put(outcome, outcomes[outcome.ordinal()]);
      }
    }
    Map<String, Long> named = new TreeMap<>();
    failures.forEach((o, count) -> named.put(o.name().toLowerCase(Locale.ROOT), count));
    return named;
  }

  private double ms(double percentile) {
    return latency.getTotalCount() == 0 ? 0 : latency.getValueAtPercentile(percentile) / 1000.0;
  }
}
