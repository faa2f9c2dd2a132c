package dev.libra.policy.sizing;

import dev.libra.metrics.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** A service's request rate over the last while, each sample counted once. */
public final class RateWindow {
  private final Duration length;
  private final Deque<Reading> readings = new ArrayDeque<>();

  private record Reading(Instant at, double rate) {}

  public RateWindow(Duration length) {
    this.length = length;
  }

  /** Adds a sample unless it was seen already; returns whether it was new. */
  public boolean add(Sample sample) {
    return add(sample.at(), sample.requestsPerSecond());
  }

  /** Adds any value of that moment, as {@link #add(Sample)} does. */
  public boolean add(Instant at, double value) {
    if (!readings.isEmpty() && !readings.getLast().at().isBefore(at)) {
      return false;
    }
    readings.addLast(new Reading(at, value));
    while (!readings.getFirst().at().isAfter(at.minus(length))) {
      readings.removeFirst();
    }
    return true;
  }

  /** The mean, 0 before the first sample. */
  public double mean() {
    return readings.stream().mapToDouble(Reading::rate).average().orElse(0);
  }

  /** The highest, 0 before the first sample. */
  public double max() {
    return readings.stream().mapToDouble(Reading::rate).max().orElse(0);
  }
}
