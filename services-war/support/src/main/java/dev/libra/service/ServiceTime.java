package dev.libra.service;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Emulates a slower backend: pads the real work of a request up to a drawn time.
 *
 * <p>The padding waits while the replica's permit is held and uses no CPU, as a wait for another
 * machine would. Work that takes longer than the drawn time isn't touched, and a median of 0 turns
 * the emulation off.
 */
public class ServiceTime {
  private final LogNormal milliseconds;
  private final RandomGenerator random;
  private final LongSupplier nanoTime;

  /** The generator may be any: draws are serialised here. */
  public ServiceTime(LogNormal milliseconds, RandomGenerator random, LongSupplier nanoTime) {
    this.milliseconds = milliseconds;
    this.random = random;
    this.nanoTime = nanoTime;
  }

  /** Runs the work, failing or not, and returns no earlier than the drawn time after its begin. */
  public <T> T pad(Callable<T> work) throws Exception {
    if (milliseconds.median() == 0) {
      return work.call();
    }
    long end = nanoTime.getAsLong() + draw().toNanos();
    try {
      return work.call();
    } finally {
      waitUntil(end);
    }
  }

  private Duration draw() {
    synchronized (random) {
      return Duration.ofNanos((long) (milliseconds.draw(random) * 1e6));
    }
  }

  private void waitUntil(long end) {
    long left = end - nanoTime.getAsLong();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, left);
      left = end - nanoTime.getAsLong();
    }
  }
}
