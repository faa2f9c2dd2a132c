package dev.libra.gateway.metering;

import dev.libra.metrics.Interval;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.WriterReaderPhaser;

/**
 * Counts one service's requests into intervals, without making a request wait.
 *
 * <p>Recording goes to the active of two buffers. Taking an interval swaps them and waits until the
 * last recorder has left the old one, so that each interval's histogram and error count belong
 * together.
 */
public final class ServiceMeter {
  private final String service;
  private final Clock clock;
  private final WriterReaderPhaser phaser = new WriterReaderPhaser();
  private volatile Buffer active = new Buffer();
  private Buffer inactive = new Buffer();
  private Instant start;

  private static final class Buffer {
    private final AtomicHistogram latency =
        new AtomicHistogram(1, Interval.HIGHEST_MICROS, Interval.DIGITS);
    private final AtomicLong errors = new AtomicLong();
  }

  public ServiceMeter(String service, Clock clock) {
    this.service = service;
    this.clock = clock;
    this.start = clock.instant();
  }

  /**
   * @param error whether the answer was 500 or above, timed out or found no replica
   */
  public void record(long nanos, boolean error) {
    long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
    long bounded = Math.max(1, Math.min(micros, Interval.HIGHEST_MICROS));
    long phase = phaser.writerCriticalSectionEnter();
    try {
      Buffer buffer = active;
      buffer.latency.recordValue(bounded);
      if (error) {
        buffer.errors.incrementAndGet();
      }
    } finally {
      phaser.writerCriticalSectionExit(phase);
    }
  }

  /** Ends the running interval and begins the next. */
  public Interval next() {
    phaser.readerLock();
    try {
      Buffer finished = active;
      active = inactive;
      inactive = finished;
      phaser.flipPhase();
      return drain(finished);
    } finally {
      phaser.readerUnlock();
    }
  }

  private Interval drain(Buffer buffer) {
    Instant from = start;
    Instant now = clock.instant();
    start = now.isBefore(from) ? from : now;
    var latency = new org.HdrHistogram.Histogram(1, Interval.HIGHEST_MICROS, Interval.DIGITS);
    latency.add(buffer.latency);
    buffer.latency.reset();
    long errors = buffer.errors.getAndSet(0);
    return new Interval(service, from, start, latency.getTotalCount(), errors, latency);
  }
}
