package dev.libra.simulator.twin;

import java.util.Arrays;

/** The requests inside the gateway, in columns; a slot is one request's place in them. */
final class Requests {
  private long[] arrivedAt = new long[1024];
  private long[] hold = new long[1024];
  private byte[] retried = new byte[1024];
  private boolean[] timedOut = new boolean[1024];
  private TwinReplica[] replica = new TwinReplica[1024];
  private int[] free = new int[1024];
  private int freeCount;
  private int used;

  /**
   * @param holdMicros time it will hold a place of a warm replica
   */
  int open(long arrived, long holdMicros) {
    int slot = freeCount > 0 ? free[--freeCount] : grow();
    arrivedAt[slot] = arrived;
    hold[slot] = holdMicros;
    retried[slot] = 0;
    timedOut[slot] = false;
    return slot;
  }

  void close(int slot) {
    replica[slot] = null;
    free[freeCount++] = slot;
  }

  long arrivedAt(int slot) {
    return arrivedAt[slot];
  }

  long hold(int slot) {
    return hold[slot];
  }

  /** Where it is being served, or null. */
  TwinReplica replica(int slot) {
    return replica[slot];
  }

  void serve(int slot, TwinReplica target, boolean tooLong) {
    replica[slot] = target;
    timedOut[slot] = tooLong;
  }

  /** Whether its try is going to end by the try's time-out. */
  boolean timedOut(int slot) {
    return timedOut[slot];
  }

  int retried(int slot) {
    return retried[slot];
  }

  /** Gives the request another slot; the old one lasts until its outdated event has come. */
  int retry(int slot) {
    int next = open(arrivedAt[slot], hold[slot]);
    retried[next] = (byte) (retried[slot] + 1);
    replica[slot] = null;
    return next;
  }

  /** One more than the highest slot that was ever used. */
  int limit() {
    return used;
  }

  private int grow() {
    if (used == arrivedAt.length) {
      int more = 2 * used;
      arrivedAt = Arrays.copyOf(arrivedAt, more);
      hold = Arrays.copyOf(hold, more);
      retried = Arrays.copyOf(retried, more);
      timedOut = Arrays.copyOf(timedOut, more);
      replica = Arrays.copyOf(replica, more);
      free = Arrays.copyOf(free, more);
    }
    return used++;
  }
}
