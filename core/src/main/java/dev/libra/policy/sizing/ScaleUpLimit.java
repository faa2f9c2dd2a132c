package dev.libra.policy.sizing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How far the count may grow within one period: by a percentage or a number, whichever is more. */
public final class ScaleUpLimit {
  private final int percent;
  private final int pods;
  private final Duration period;
  private final Deque<Change> changes = new ArrayDeque<>();
  private Instant lastAt;
  private int last;

  private record Change(Instant at, int replicas) {}

  /**
   * @param percent replicas that may be added per period, in percent of those at its start
   * @param pods replicas that may be added per period in any case
   */
  public ScaleUpLimit(int percent, int pods, Duration period) {
    this.percent = percent;
    this.pods = pods;
    this.period = period;
  }

  /** Notes the present count, whoever changed it. */
  public void observe(Instant now, int current) {
    if (lastAt != null && current != last) {
      // It was changed right after the last look.
      changes.addLast(new Change(lastAt, current - last));
    }
    lastAt = now;
    last = current;
    changes.removeIf(c -> !c.at().isAfter(now.minus(period)));
  }

  /** The most replicas allowed now; never fewer than {@code current}. */
  public int allowed(int current) {
    int periodStart = current - changes.stream().mapToInt(Change::replicas).sum();
    int byPods = periodStart + pods;
    int byPercent = (int) Math.ceil(periodStart * (1 + percent / 100.0));
    return Math.max(current, Math.max(byPods, byPercent));
  }
}
