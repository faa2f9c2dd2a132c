package dev.libra.cli.interrupt;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish: while this is open the JVM waits, for a minute at most, until the work has
 * stopped in good order and closes it.
 */
public final class Interrupt implements AutoCloseable {
  private static final long PATIENCE_S = 60;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::request, "libra-interrupt");
  private volatile boolean requested;

  public Interrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  public boolean requested() {
    return requested;
  }

  private void request() {
    requested = true;
    try {
      done.await(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells that nothing is left to save. */
  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Ctrl-C is what ends the work: the hook is at its end as well.
    }
  }
}
