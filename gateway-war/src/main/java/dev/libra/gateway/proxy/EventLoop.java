package dev.libra.gateway.proxy;

import java.time.Duration;

/** Runs all steps of an exchange one after the other, in one thread. */
public interface EventLoop {

  void execute(Runnable step);

  /** Runs the step after the delay, unless the returned action is run before. */
  Runnable schedule(Duration delay, Runnable step);
}
