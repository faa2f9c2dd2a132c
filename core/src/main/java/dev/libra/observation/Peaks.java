package dev.libra.observation;

import java.time.Instant;
import java.util.Arrays;

/**
 * The highest readings of the last half hour: those that none after them reached, which are few.
 * Not thread-safe.
 */
final class Peaks {
  private static final long KEPT_MS = 1_800_000;

  private long[] times = new long[16];
  private double[] values = new double[16];
  private int first;
  private int end;

  /** Adds what is seen now, later than all before. */
  void add(Instant now, double value) {
    long at = now.toEpochMilli();
    while (end > first && values[end - 1] <= value) {
      end--;
    }
    while (first < end && times[first] < at - KEPT_MS) {
      first++;
    }
    if (end == times.length) {
      makeRoom();
    }
    times[end] = at;
    values[end++] = value;
  }

  private void makeRoom() {
    int kept = end - first;
    int size = kept > times.length / 2 ? 2 * times.length : times.length;
    times = Arrays.copyOf(Arrays.copyOfRange(times, first, end), size);
    values = Arrays.copyOf(Arrays.copyOfRange(values, first, end), size);
    first = 0;
    end = kept;
  }

  /** The highest one that isn't older; whoever asks has added something before. */
  double highest(double lastS) {
    long oldest = times[end - 1] - (long) (lastS * 1000);
    int at = end - 1;
    while (at > first && times[at - 1] >= oldest) {
      at--;
    }
    return values[at];
  }
}
