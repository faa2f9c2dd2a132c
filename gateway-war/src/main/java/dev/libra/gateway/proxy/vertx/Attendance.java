package dev.libra.gateway.proxy.vertx;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the clients and their requests on all loops. */
final class Attendance {
  private final int mostConnections;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean leaving;

  Attendance(int mostConnections) {
    this.mostConnections = mostConnections;
  }

  /** Counts a connection; false, and not counted, if there are too many or no more are taken. */
  boolean connect() {
    if (leaving) {
      return false;
    }
    if (connections.incrementAndGet() <= mostConnections) {
      return true;
    }
    connections.decrementAndGet();
    return false;
  }

  void disconnect() {
    connections.decrementAndGet();
  }

  void begin() {
    requests.incrementAndGet();
  }

  void end() {
    requests.decrementAndGet();
  }

  int connections() {
    return connections.get();
  }

  int requests() {
    return requests.get();
  }

  /** Whether connections end with the request they serve. */
  boolean isLeaving() {
    return leaving;
  }

  void leave() {
    leaving = true;
  }
}
