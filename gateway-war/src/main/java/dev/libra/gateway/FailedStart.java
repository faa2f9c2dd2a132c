package dev.libra.gateway;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Ends a process whose one application can't start: it would serve nobody. */
final class FailedStart {
  private static final Logger LOG = System.getLogger(FailedStart.class.getName());

  private FailedStart() {}

  static void end(RuntimeException why) {
    LOG.log(Level.ERROR, "The gateway does not start: " + why.getMessage());
    // In a thread of its own: the server's shutdown waits for this one.
    new Thread(() -> System.exit(1), "libra-exit").start();
  }
}
