package dev.libra.policy.seasonal;

import java.util.Arrays;

/** The highest rate of each slot of the period, in each of the last seasons. */
final class SeasonalMemory {
  private static final double NEVER = -1;
  private final double[][] highest;
  private long lastSlot = Long.MIN_VALUE;

  SeasonalMemory(int slots, int seasons) {
    // One more for the season that is under way.
    highest = new double[seasons + 1][slots];
    for (double[] season : highest) {
      Arrays.fill(season, NEVER);
    }
  }

  /**
   * @param slot counted from the epoch, never smaller than before
   */
  void add(long slot, double rate) {
    long from = lastSlot == Long.MIN_VALUE ? slot : Math.max(lastSlot + 1, slot - capacity() + 1);
    for (long fresh = from; fresh <= slot; fresh++) {
      set(fresh, NEVER);
    }
    lastSlot = Math.max(lastSlot, slot);
    set(slot, Math.max(get(slot), rate));
  }

  /** The highest rate that past seasons had in this future or present slot; negative for none. */
  double max(long slot) {
    double max = NEVER;
    int slots = highest[0].length;
    for (int back = 1; back < highest.length; back++) {
      long past = slot - (long) back * slots;
      // Slots older than the memory have been written over.
      if (past <= lastSlot && past > lastSlot - capacity()) {
        max = Math.max(max, get(past));
      }
    }
    return max;
  }

  private long capacity() {
    return (long) highest.length * highest[0].length;
  }

  private double get(long slot) {
    return highest[season(slot)][index(slot)];
  }

  private void set(long slot, double rate) {
    highest[season(slot)][index(slot)] = rate;
  }

  private int season(long slot) {
    return (int) Math.floorMod(Math.floorDiv(slot, (long) highest[0].length), highest.length);
  }

  private int index(long slot) {
    return (int) Math.floorMod(slot, (long) highest[0].length);
  }
}
