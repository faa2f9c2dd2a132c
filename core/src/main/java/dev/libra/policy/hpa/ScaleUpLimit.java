package dev.libra.policy.hpa;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How far the count may grow within one period: by a percentage or a number, whichever is more. */
final class ScaleUpLimit {
  private final HpaSettings settings;
  private final Deque<Change> changes = new ArrayDeque<>();
  private Instant lastAt;
  private int last;

  private record Change(Instant at, int replicas) {}

  ScaleUpLimit(HpaSettings settings) {
    this.settings = settings;
  }

  /** Notes the present count, whoever changed it. */
  void observe(Instant now, int current) {
    if (lastAt != null && current != last) {
      // It was changed right after the last look.
      changes.addLast(new Change(lastAt, current - last));
    }
    lastAt = now;
    last = current;
    Duration period = settings.upPeriod();
    changes.removeIf(c -> !c.at().isAfter(now.minus(period)));
  }

  /** The most replicas allowed now; never fewer than {@code current}. */
  int allowed(int current) {
    int periodStart = current - changes.stream().mapToInt(Change::replicas).sum();
    int byPods = periodStart + settings.upPods();
    int byPercent = (int) Math.ceil(periodStart * (1 + settings.upPercent() / 100.0));
    return Math.max(current, Math.max(byPods, byPercent));
  }
}
