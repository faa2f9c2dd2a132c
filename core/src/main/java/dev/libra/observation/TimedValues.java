package dev.libra.observation;

import java.util.Arrays;

/** Values with the times at which they were seen, old ones to be taken from the front. */
final class TimedValues {
  private long[] times = new long[16];
  private double[] values = new double[16];
  private int first;
  private int end;

  /** Adds one that is later than all before. */
  void add(long atMs, double value) {
    if (end == times.length) {
      makeRoom();
    }
    times[end] = atMs;
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

  void removeBefore(long atMs) {
    while (first < end && times[first] < atMs) {
      first++;
    }
  }

  /** Takes the last ones away that are no higher. */
  void removeLastUpTo(double value) {
    while (end > first && values[end - 1] <= value) {
      end--;
    }
  }

  int size() {
    return end - first;
  }

  /**
   * @param index counted from the oldest one
   */
  long atMs(int index) {
    return times[first + index];
  }

  double value(int index) {
    return values[first + index];
  }

  /** The index of the first one that isn't older than the last one by more than that. */
  int since(double lastS) {
    long oldest = times[end - 1] - (long) (lastS * 1000);
    int from = end - 1;
    while (from > first && times[from - 1] >= oldest) {
      from--;
    }
    return from - first;
  }

  /** Copies those from an index on, and says how many they are. */
  int copy(int from, double[] target) {
    System.arraycopy(values, first + from, target, 0, size() - from);
    return size() - from;
  }
}
