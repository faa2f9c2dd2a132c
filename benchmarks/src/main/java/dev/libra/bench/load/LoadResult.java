package dev.libra.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What came of a load; latencies count from the intended send time. */
public final class LoadResult {
  private static final int KEPT_FAILURES = 1000;
  private static final long HIGHEST_MICROS = 120_000_000;

  private final long start;
  private final Histogram accepted = new Histogram(1, HIGHEST_MICROS, 3);
  private final Map<Integer, Long> statuses = new TreeMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<Slow> slow = new ArrayList<>();
  private long failed;
  private long last;

  /**
   * A request that got no answer, or one of 500 or above.
   *
   * @param sentS when it should have been sent, in s from the start
   */
  public record Failure(double sentS, double latencyMs, String what) {}

  private record Slow(double sentS, double doneS) {}

  LoadResult(long start) {
    this.start = start;
    this.last = start;
  }

  synchronized void answered(long intended, long now, int status) {
    statuses.merge(status, 1L, Long::sum);
    if (status >= 500) {
      fail(intended, now, Integer.toString(status));
    } else {
      accepted.recordValue(Math.min(Math.max(1, (now - intended) / 1000), HIGHEST_MICROS));
      if (now - intended > 100_000_000L) {
        slow.add(new Slow(seconds(intended), seconds(now)));
      }
    }
    last = now;
  }

  synchronized void broken(long intended, long now, Throwable cause) {
    statuses.merge(0, 1L, Long::sum);
    fail(intended, now, cause.toString());
    last = now;
  }

  private void fail(long intended, long now, String what) {
    failed++;
    if (failures.size() < KEPT_FAILURES) {
      failures.add(new Failure(seconds(intended), (now - intended) / 1e6, what));
    }
  }

  private double seconds(long nanos) {
    return (nanos - start) / 1e9;
  }

  /** Answers below 500. */
  public synchronized long ok() {
    return accepted.getTotalCount();
  }

  public synchronized long failed() {
    return failed;
  }

  /** Of the answers below 500. */
  public synchronized double percentileMs(double percentile) {
    return accepted.getValueAtPercentile(percentile) / 1000.0;
  }

  /** Answers below 500 per second, until the last answer of any kind. */
  public synchronized double goodput() {
    return ok() / Math.max(1e-9, seconds(last));
  }

  /** Number of answers by status; 0 stands for no answer. */
  public synchronized Map<Integer, Long> statuses() {
    return Map.copyOf(statuses);
  }

  /** The first thousand. */
  public synchronized List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** Answers below 500 that took more than 100 ms. */
  public synchronized int slow() {
    return slow.size();
  }

  /**
   * How long after a moment requests still failed or took more than 100 ms, in s; 0 if none did.
   */
  public synchronized double disturbedAfter(double fromS) {
    double last = fromS;
    for (Failure failure : failures) {
      last = Math.max(last, failure.sentS() + failure.latencyMs() / 1000);
    }
    for (Slow s : slow) {
      last = Math.max(last, s.doneS());
    }
    return last - fromS;
  }
}
