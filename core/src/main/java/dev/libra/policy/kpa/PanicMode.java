package dev.libra.policy.kpa;

import java.time.Duration;
import java.time.Instant;

/** Whether the KPA panics; while it does, the count never falls. */
final class PanicMode {
  private final Duration stableWindow;
  private Instant since;
  private int highest;

  PanicMode(Duration stableWindow) {
    this.stableWindow = stableWindow;
  }

  /** Knative starts in panic, so that a restart doesn't scale down on a half-empty window. */
  void begin(Instant now, int ready) {
    since = now;
    highest = ready;
  }

  /** Enters or extends the panic while {@code over}; leaves it a stable window after the last. */
  void update(Instant now, boolean over) {
    if (over) {
      since = now;
    } else if (since != null && since.plus(stableWindow).isBefore(now)) {
      since = null;
      highest = 0;
    }
  }

  boolean on() {
    return since != null;
  }

  /** The count wished for in panic: the most wished for since it began. */
  int keep(int wished) {
    highest = Math.max(highest, wished);
    return highest;
  }
}
