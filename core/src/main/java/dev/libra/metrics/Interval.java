package dev.libra.metrics;

import dev.libra.fleet.Check;
import java.time.Instant;
import org.HdrHistogram.Histogram;

/**
 * What a gateway measured of one service in one short interval.
 *
 * @param errors answers of 500 and above, timeouts, and requests that found no replica
 * @param latency in µs from the request's arrival to its last byte; holds one value per request
 */
public record Interval(
    String service, Instant start, Instant end, long requests, long errors, Histogram latency) {

  /** Latencies are counted up to this many µs. */
  public static final long HIGHEST_MICROS = 120_000_000L;

  /** Significant decimal digits of a latency. */
  public static final int DIGITS = 3;

  public Interval {
    Check.name("service", service);
    Check.present("start", start);
    Check.present("end", end);
    Check.present("histogram", latency);
    Check.notNegative("requests", requests);
    Check.between("errors", errors, 0, requests);
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("end must not be before start " + start + ", was: " + end);
    }
    if (latency.getTotalCount() != requests) {
      throw new IllegalArgumentException(
          "histogram must hold one value per request ("
              + requests
              + "), held: "
              + latency.getTotalCount());
    }
  }
}
