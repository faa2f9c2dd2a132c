package dev.libra.observation;

import java.time.Instant;
import java.util.Arrays;

/**
 * A figure of a service as it was seen in the last half hour. Whoever asks has added something
 * before. Not thread-safe.
 */
final class History {
  private static final long KEPT_MS = 1_800_000;

  private long[] times = new long[512];
  private double[] values = new double[512];
  private double[] moved = new double[512];
  private int first;
  private int end;

  /** Adds what is seen now; what was seen at that time or later already stays as it is. */
  void add(Instant now, double value) {
    long at = now.toEpochMilli();
    if (first < end && at <= times[end - 1]) {
      return;
    }
    if (end == times.length) {
      makeRoom();
    }
    times[end] = at;
    values[end++] = value;
    while (times[first] < at - KEPT_MS) {
      first++;
    }
  }

  private void makeRoom() {
    int kept = end - first;
    int size = kept > times.length / 2 ? 2 * times.length : times.length;
    times = Arrays.copyOf(Arrays.copyOfRange(times, first, end), size);
    values = Arrays.copyOf(Arrays.copyOfRange(values, first, end), size);
    moved = new double[size];
    first = 0;
    end = kept;
  }

  /** For how long something was seen, half an hour at most. */
  double seconds() {
    return (times[end - 1] - times[first]) / 1000.0;
  }

  /** Mean time between two readings in s; 0 for a single one. */
  double interval(double lastS) {
    int from = since(lastS);
    return (times[end - 1] - times[from]) / 1000.0 / Math.max(1, end - from - 1);
  }

  double highest(double lastS) {
    double highest = 0;
    for (int i = since(lastS); i < end; i++) {
      highest = Math.max(highest, values[i]);
    }
    return highest;
  }

  double mean(double lastS) {
    int from = since(lastS);
    double sum = 0;
    for (int i = from; i < end; i++) {
      sum += values[i];
    }
    return sum / (end - from);
  }

  /**
   * The value that a share of the others are below.
   *
   * @param share 0 gives the lowest, 1 the highest one
   */
  double quantile(double share, double lastS) {
    int from = since(lastS);
    int count = end - from;
    System.arraycopy(values, from, moved, 0, count);
    return Selection.select(moved, count, (int) Math.round(share * (count - 1)));
  }

  /**
   * How far the figure rose at most within a short time.
   *
   * @param withinS that short time
   */
  double surge(double withinS, double lastS) {
    long withinMs = (long) (withinS * 1000);
    double surge = 0;
    for (int i = since(lastS); i < end; i++) {
      for (int j = i - 1; j >= first && times[i] - times[j] <= withinMs; j--) {
        surge = Math.max(surge, values[i] - values[j]);
      }
    }
    return surge;
  }

  /**
   * How far the figure typically is from what it was a short time before: the median.
   *
   * @param withinS that short time
   * @return 0 if nothing was seen at that distance
   */
  double typicalChange(double withinS, double lastS) {
    long withinMs = (long) (withinS * 1000);
    int count = 0;
    int before = first;
    for (int i = since(lastS); i < end; i++) {
      while (times[before] < times[i] - withinMs) {
        before++;
      }
      if (times[i] - times[before] > withinMs / 2) {
        moved[count++] = Math.abs(values[i] - values[before]);
      }
    }
    return count == 0 ? 0 : Selection.select(moved, count, count / 2);
  }

  /** Mean change from one reading to the next as a share of the mean: 0 for a constant figure. */
  double roughness(double lastS) {
    int from = since(lastS);
    double changes = 0;
    for (int i = from + 1; i < end; i++) {
      changes += Math.abs(values[i] - values[i - 1]);
    }
    double mean = mean(lastS);
    return end - from < 2 || mean == 0 ? 0 : changes / (end - from - 1) / mean;
  }

  /** The first one that isn't older. */
  private int since(double lastS) {
    long oldest = times[end - 1] - (long) (lastS * 1000);
    int from = end - 1;
    while (from > first && times[from - 1] >= oldest) {
      from--;
    }
    return from;
  }
}
