package dev.libra.simulator.twin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Simulated time. */
final class TwinClock extends Clock {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private long micros;

  /** Microseconds after the start of the run. */
  long micros() {
    return micros;
  }

  void set(long now) {
    micros = now;
  }

  @Override
  public Instant instant() {
    return START.plusNanos(micros * 1000);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  static long micros(double seconds) {
    return Math.round(seconds * 1e6);
  }
}
