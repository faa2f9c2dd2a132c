package dev.libra.observation;

import java.time.Instant;

/**
 * A figure of a service as it was seen in the last half hour. Whoever asks has added something
 * before. Not thread-safe.
 */
final class History {
  private static final long KEPT_MS = 1_800_000;

  private final TimedValues seen = new TimedValues();
  private double[] moved = new double[512];

  /** Adds what is seen now, later than all before. */
  void add(Instant now, double value) {
    long at = now.toEpochMilli();
    seen.add(at, value);
    seen.removeBefore(at - KEPT_MS);
  }

  /** For how long something was seen, half an hour at most. */
  double seconds() {
    return secondsFrom(0);
  }

  /** Mean time between two readings in s; 0 for a single one. */
  double interval(double lastS) {
    int from = seen.since(lastS);
    return secondsFrom(from) / Math.max(1, seen.size() - from - 1);
  }

  private double secondsFrom(int index) {
    return (seen.atMs(seen.size() - 1) - seen.atMs(index)) / 1000.0;
  }

  double mean(double lastS) {
    int from = seen.since(lastS);
    double sum = 0;
    for (int i = from; i < seen.size(); i++) {
      sum += seen.value(i);
    }
    return sum / (seen.size() - from);
  }

  /**
   * The value that a share of the others are below.
   *
   * @param share 0 gives the lowest, 1 the highest one
   */
  double quantile(double share, double lastS) {
    int count = seen.copy(seen.since(lastS), room());
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
    for (int i = seen.since(lastS); i < seen.size(); i++) {
      for (int j = i - 1; j >= 0 && seen.atMs(i) - seen.atMs(j) <= withinMs; j--) {
        surge = Math.max(surge, seen.value(i) - seen.value(j));
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
    double[] changes = room();
    int count = 0;
    int before = 0;
    for (int i = seen.since(lastS); i < seen.size(); i++) {
      while (seen.atMs(before) < seen.atMs(i) - withinMs) {
        before++;
      }
      if (seen.atMs(i) - seen.atMs(before) > withinMs / 2) {
        changes[count++] = Math.abs(seen.value(i) - seen.value(before));
      }
    }
    return count == 0 ? 0 : Selection.select(changes, count, count / 2);
  }

  /** Mean change from one reading to the next as a share of the mean: 0 for a constant figure. */
  double roughness(double lastS) {
    int from = seen.since(lastS);
    double changes = 0;
    for (int i = from + 1; i < seen.size(); i++) {
      changes += Math.abs(seen.value(i) - seen.value(i - 1));
    }
    int count = seen.size() - from;
    double mean = mean(lastS);
    return count < 2 || mean == 0 ? 0 : changes / (count - 1) / mean;
  }

  /** For as many values as there are. */
  private double[] room() {
    if (moved.length < seen.size()) {
      moved = new double[2 * seen.size()];
    }
    return moved;
  }
}
