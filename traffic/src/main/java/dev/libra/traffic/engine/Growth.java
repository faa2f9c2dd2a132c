package dev.libra.traffic.engine;

/**
 * How fast a client may open connections: a few, or a share of those it has, in each short span.
 * Without a bound a stall of the target brings a new connection for each call that waits, and
 * accepting those is its next stall: at 10,000 requests/s through a gateway a run ended with over
 * 1500 connections; with the bound it is some 120.
 */
final class Growth {
  static final double SPAN_S = 0.01;

  private static final long SPAN_NS = Math.round(SPAN_S * 1e9);
  private static final int LEAST = 4;
  private static final int SHARE = 64;

  private long spanStart;
  private int taken;

  /**
   * @param now ns of {@link System#nanoTime()}
   */
  Growth(long now) {
    this.spanStart = now;
  }

  /**
   * Takes the right to open one more.
   *
   * @param now ns of {@link System#nanoTime()}
   * @return false if it has to wait for the next span
   */
  boolean take(int open, long now) {
    if (now - spanStart >= SPAN_NS) {
      spanStart = now;
      taken = 0;
    }
    if (taken >= Math.max(LEAST, open / SHARE)) {
      return false;
    }
    taken++;
    return true;
  }

  /** Gives the right back: the connection did not come about, so the target has no work with it. */
  void failed() {
    taken = Math.max(0, taken - 1);
  }
}
