package dev.libra.exporter;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that are inside the service now. */
final class InFlight {
  private final AtomicInteger count = new AtomicInteger();

  void entered() {
    count.incrementAndGet();
  }

  void left() {
    count.decrementAndGet();
  }

  int count() {
    return count.get();
  }
}
