package dev.libra.simulator.twin;

/** Counts changes of the wanted replicas, and those that take back the one before. */
final class ChangeCounter {
  private static final long REVERSAL_MICROS = 300_000_000L;
  private int actions;
  private int reversals;
  private int direction;
  private long last;

  void changed(int before, int after, long now) {
    if (before == after) {
      return;
    }
    int next = Integer.signum(after - before);
    if (actions > 0 && next == -direction && now - last <= REVERSAL_MICROS) {
      reversals++;
    }
    actions++;
    direction = next;
    last = now;
  }

  RunResult.Changes changes() {
    return new RunResult.Changes(actions, reversals);
  }
}
