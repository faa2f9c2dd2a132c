package dev.libra.simulator.twin;

import java.util.Arrays;

/** Events in order of time: a binary heap of longs that hold time and id. */
final class EventHeap {
  /** What {@link #nextTime} answers when there is no event. */
  static final long NEVER = Long.MAX_VALUE;

  /** Ids are below 2 to the power of this; times below 2^42 µs, which is 50 days. */
  static final int ID_BITS = 21;

  private static final long ID = (1L << ID_BITS) - 1;

  private long[] keys = new long[256];
  private int size;

  int size() {
    return size;
  }

  /** Events of the same time come in order of their ids. */
  void push(long micros, int id) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    up(size++, micros << ID_BITS | id);
  }

  long nextTime() {
    return size == 0 ? NEVER : keys[0] >>> ID_BITS;
  }

  /** Takes the next event and tells its id. */
  int pop() {
    long first = keys[0];
    long last = keys[--size];
    if (size > 0) {
      down(last);
    }
    return (int) (first & ID);
  }

  private void up(int index, long key) {
    int hole = index;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (keys[parent] <= key) {
        break;
      }
      keys[hole] = keys[parent];
      hole = parent;
    }
    keys[hole] = key;
  }

  private void down(long key) {
    int hole = 0;
    for (int child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && keys[child + 1] < keys[child]) {
        child++;
      }
      if (key <= keys[child]) {
        break;
      }
      keys[hole] = keys[child];
      hole = child;
    }
    keys[hole] = key;
  }
}
