package dev.libra.traffic.engine;

import dev.libra.traffic.rate.Arrivals;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Draws the intended send times a little ahead, and wakes the event loop when one has come and the
 * loop, busy with answers, hasn't seen to it by itself. A thread of its own, for it can sleep for
 * microseconds where the timers of a selector count in milliseconds.
 */
final class Pacer {
  /** So many may be drawn and not sent yet; then the pacer waits, and they are late. */
  private static final int BACKLOG = 100_000;

  private static final double AHEAD_S = 0.02;

  /** Often enough for a loop that is idle; a busy one looks after each answer. */
  private static final double SHORTEST_SLEEP_S = 100e-6;

  private final Arrivals arrivals;
  private final double endS;
  private final Executor loop;
  private final Runnable wake;
  private final BlockingQueue<Double> drawn = new ArrayBlockingQueue<>(BACKLOG);
  private final AtomicBoolean woken = new AtomicBoolean();
  private final Thread thread = new Thread(this::run, "load-pacer");
  private volatile boolean over;
  private long startNanos;

  /**
   * @param endS when to end though no request is due; infinite if never
   * @param wake runs on the loop when requests are due, and once at the end
   */
  Pacer(Arrivals arrivals, double endS, Executor loop, Runnable wake) {
    this.arrivals = arrivals;
    this.endS = endS;
    this.loop = loop;
    this.wake = wake;
    thread.setDaemon(true);
  }

  void start(long nanoTime) {
    startNanos = nanoTime;
    thread.start();
  }

  /**
   * The next intended time that has come, in s after the start, or null.
   *
   * @param now in s after the start
   */
  Double poll(double now) {
    Double next = drawn.peek();
    return next != null && next <= now ? drawn.poll() : null;
  }

  /** To be called before polling: whatever comes due after it wakes the loop again. */
  void awake() {
    woken.set(false);
  }

  /** Whether all has come due and was polled. */
  boolean isOver() {
    return over && drawn.isEmpty();
  }

  void stop() {
    over = true;
    drawn.clear();
    thread.interrupt();
  }

  private void run() {
    try {
      double next = arrivals.next();
      while (!over && (next != Arrivals.END || !drawn.isEmpty())) {
        while (next != Arrivals.END && next <= now() + AHEAD_S) {
          drawn.put(next);
          next = arrivals.next();
        }
        Double first = drawn.peek();
        double until = first == null ? next - AHEAD_S : first;
        sleepUntil(Math.max(until, now() + SHORTEST_SLEEP_S));
        first = drawn.peek();
        if (first != null && first <= now()) {
          wake();
        }
      }
      sleepUntil(endS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    over = true;
    wake();
  }

  private void wake() {
    if (woken.compareAndSet(false, true)) {
      loop.execute(wake);
    }
  }

  private void sleepUntil(double seconds) throws InterruptedException {
    double remaining;
    while ((remaining = seconds - now()) > 0 && !over) {
      LockSupport.parkNanos(this, (long) (Math.min(remaining, 1) * 1e9));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private double now() {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
