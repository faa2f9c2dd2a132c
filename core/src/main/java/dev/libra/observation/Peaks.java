package dev.libra.observation;

import java.time.Instant;

/**
 * The highest readings of the last half hour: those that none after them reached, which are few.
 * Not thread-safe.
 */
final class Peaks {
  private static final long KEPT_MS = 1_800_000;

  private final TimedValues peaks = new TimedValues();

  /** Adds what is seen now, later than all before. */
  void add(Instant now, double value) {
    long at = now.toEpochMilli();
    peaks.removeLastUpTo(value);
    peaks.removeBefore(at - KEPT_MS);
    peaks.add(at, value);
  }

  /** The highest one that isn't older; whoever asks has added something before. */
  double highest(double lastS) {
    return peaks.value(peaks.since(lastS));
  }
}
