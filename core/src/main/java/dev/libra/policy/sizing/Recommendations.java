package dev.libra.policy.sizing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Stabilization: a scale-down goes no lower than the highest recommendation of the last window. */
public final class Recommendations {
  private final Duration window;
  private final Deque<Recommendation> recent = new ArrayDeque<>();

  private record Recommendation(Instant at, int replicas) {}

  public Recommendations(Duration window) {
    this.window = window;
  }

  public boolean isEmpty() {
    return recent.isEmpty();
  }

  public void add(Instant at, int replicas) {
    recent.addLast(new Recommendation(at, replicas));
  }

  /**
   * The recommendation after stabilization: never below {@code replicas}, never above {@code
   * current} by it.
   */
  public int stabilize(Instant now, int current, int replicas) {
    recent.removeIf(r -> !r.at().isAfter(now.minus(window)));
    int highest = recent.stream().mapToInt(Recommendation::replicas).max().orElse(replicas);
    return replicas >= current ? replicas : Math.min(current, Math.max(replicas, highest));
  }
}
