package dev.libra.policy.hpa;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Stabilization: a scale-down goes no lower than the highest recommendation of the last window. */
final class Recommendations {
  private final Duration window;
  private final Deque<Recommendation> recent = new ArrayDeque<>();

  private record Recommendation(Instant at, int replicas) {}

  Recommendations(Duration window) {
    this.window = window;
  }

  boolean isEmpty() {
    return recent.isEmpty();
  }

  void add(Instant at, int replicas) {
    recent.addLast(new Recommendation(at, replicas));
  }

  /**
   * The recommendation after stabilization: never below {@code replicas}, never above {@code
   * current} by it.
   */
  int stabilize(Instant now, int current, int replicas) {
    recent.removeIf(r -> !r.at().isAfter(now.minus(window)));
    int highest = recent.stream().mapToInt(Recommendation::replicas).max().orElse(replicas);
    return replicas >= current ? replicas : Math.min(current, Math.max(replicas, highest));
  }
}
