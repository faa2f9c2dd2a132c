package dev.libra.metrics.push;

import dev.libra.metrics.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/** One service's intervals since the last tick, each counted once. */
final class IntervalWindow {
  private final Map<String, Counts> sinceLastTick = new HashMap<>();
  private final Set<Key> counted = new HashSet<>();
  private final Histogram latency = newHistogram();

  private record Key(String gateway, Instant start) {}

  private static final class Counts {
    private long requests;
    private double seconds;
  }

  private long requests;
  private long errors;

  static Histogram newHistogram() {
    return new Histogram(1, Interval.HIGHEST_MICROS, Interval.DIGITS);
  }

  /** Adds an interval, unless it was added before. */
  void add(String gateway, Interval interval) {
    if (!counted.add(new Key(gateway, interval.start()))) {
      return;
    }
    Counts counts = sinceLastTick.computeIfAbsent(gateway, g -> new Counts());
    counts.requests += interval.requests();
    counts.seconds += Duration.between(interval.start(), interval.end()).toNanos() / 1e9;
    requests += interval.requests();
    errors += interval.errors();
    latency.add(interval.latency());
  }

  /** What was measured since the last call; the next call starts from zero. */
  Traffic take() {
    Traffic traffic =
        requests == 0
            ? Traffic.NONE
            : new Traffic(
                rate(),
                latency.getMean() / 1000,
                latency.getValueAtPercentile(95) / 1000.0,
                latency.getValueAtPercentile(99) / 1000.0,
                (double) errors / requests);
    sinceLastTick.clear();
    latency.reset();
    requests = 0;
    errors = 0;
    return traffic;
  }

  /** Forgets that intervals from before this moment were counted. */
  void forgetBefore(Instant oldest) {
    counted.removeIf(key -> key.start().isBefore(oldest));
  }

  private double rate() {
    // Each gateway by its own time: a tick may catch one, two or three of its seconds.
    return sinceLastTick.values().stream().mapToDouble(c -> c.requests / c.seconds).sum();
  }
}
