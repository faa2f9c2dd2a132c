package dev.libra.simulator.twin;

/** Adds up how long how many replicas were ready and paid for. */
final class ReplicaTime {
  private long last;
  private int ready;
  private int paid;
  private int peak;
  private double readyMicros;
  private double paidMicros;

  /** From now on so many are. */
  void changed(long now, int nowReady, int nowPaid) {
    advance(now);
    ready = nowReady;
    paid = nowPaid;
    peak = Math.max(peak, paid);
  }

  void advance(long now) {
    readyMicros += (double) ready * (now - last);
    paidMicros += (double) paid * (now - last);
    last = now;
  }

  int ready() {
    return ready;
  }

  int paid() {
    return paid;
  }

  int peak() {
    return peak;
  }

  double readySeconds() {
    return readyMicros / 1e6;
  }

  double paidSeconds() {
    return paidMicros / 1e6;
  }
}
