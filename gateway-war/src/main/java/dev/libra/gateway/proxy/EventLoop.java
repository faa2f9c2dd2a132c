package dev.libra.gateway.proxy;

import java.time.Duration;

/** Runs all steps of an exchange one after the other, in one thread. */
public interface EventLoop {

  /** Runs the step after what the loop does now. */
  void execute(Runnable step);

  /** Runs the step at once if this is called in the loop, else like {@link #execute}. */
  void enter(Runnable step);

  /**
   * Runs the step after the delay, up to a tenth of a second late, unless it is cancelled before;
   * to be called in the loop.
   */
  Timer schedule(Duration delay, Runnable step);

  /** A step to come. */
  interface Timer {

    /** Forgets the step; to be called in the loop. */
    void cancel();
  }
}
