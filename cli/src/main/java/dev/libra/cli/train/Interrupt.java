package dev.libra.cli.train;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C as a wish: the JVM waits until the work has stopped in good order. */
final class Interrupt {
  private static final long PATIENCE_S = 60;

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean requested;

  private Interrupt() {}

  static Interrupt install() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(new Thread(interrupt::request, "libra-interrupt"));
    return interrupt;
  }

  boolean requested() {
    return requested;
  }

  /** Tells that nothing is left to save. */
  void done() {
    done.countDown();
  }

  private void request() {
    requested = true;
    try {
      done.await(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
