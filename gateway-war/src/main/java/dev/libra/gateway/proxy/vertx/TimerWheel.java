package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.EventLoop.Timer;
import java.util.concurrent.TimeUnit;

/**
 * Very many timers of which nearly all are cancelled: both cost a constant time.
 *
 * <p>A hashed timing wheel (Varghese and Lauck, 1987): a timer hangs in the slot of its tick, and
 * runs when the hand passes there for the last of its rounds. To be used by one thread.
 */
final class TimerWheel {
  static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int SLOTS = 256;

  private final Node[] slots = new Node[SLOTS];
  private final long start;
  private long hand;

  TimerWheel(long now) {
    start = now;
    for (int i = 0; i < SLOTS; i++) {
      slots[i] = new Node(null, 0);
    }
  }

  private static final class Node implements Timer {
    private final Runnable step;
    private final long due;
    private Node before = this;
    private Node after = this;

    Node(Runnable step, long due) {
      this.step = step;
      this.due = due;
    }

    @Override
    public void cancel() {
      before.after = after;
      after.before = before;
      before = this;
      after = this;
    }

    private void hangInto(Node slot) {
      before = slot.before;
      after = slot;
      before.after = this;
      slot.before = this;
    }
  }

  /** Never runs the step early, and up to two ticks late. */
  Timer schedule(long now, long delayNanos, Runnable step) {
    long due = Math.max(hand + 1, (now - start + delayNanos) / TICK_NANOS + 1);
    Node node = new Node(step, due);
    node.hangInto(slots[(int) (due % SLOTS)]);
    return node;
  }

  /** Runs what is due by now. */
  void advance(long now) {
    long to = (now - start) / TICK_NANOS;
    while (hand < to) {
      hand++;
      runDue(slots[(int) (hand % SLOTS)]);
    }
  }

  private void runDue(Node slot) {
    // A step may hang new nodes into this slot: they are due later, and stay.
    for (Node node = slot.after; node != slot; ) {
      Node next = node.after;
      if (node.due <= hand) {
        node.cancel();
        node.step.run();
        // The step may have cancelled the next one: begin anew, what ran is gone.
        next = slot.after;
      }
      node = next;
    }
  }
}
