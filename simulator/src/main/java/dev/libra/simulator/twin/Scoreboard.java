package dev.libra.simulator.twin;

/** Keeps the score of a run, window by window, from what really happened. */
final class Scoreboard {
  private static final double WINDOW_S = MeteringModel.TICK_S;

  private final double sloMs;
  private final Meter meter;
  private final ReplicaTime time;
  private final LatencyHistogram all = new LatencyHistogram();
  private int windows;
  private int violated;
  private double violationMs;
  private int stretch;
  private int longest;
  private int over;
  private int under;
  private WindowScore last = WindowScore.NONE;

  Scoreboard(double sloMs, Meter meter, ReplicaTime time) {
    this.sloMs = sloMs;
    this.meter = meter;
    this.time = time;
  }

  /**
   * Ends a window.
   *
   * @param waitedMs how long the first of the waiting requests has waited, 0 if none waits
   */
  WindowScore window(int required, double waitedMs) {
    LatencyHistogram window = meter.window();
    // Nothing ended at all: what waits tells how bad it is.
    double p95 = window.total() == 0 ? waitedMs : window.percentileMs(95);
    boolean broken = p95 > sloMs;
    count(p95, broken, required);
    last =
        new WindowScore(
            p95,
            window.total(),
            meter.failedInWindow(),
            broken,
            time.ready(),
            time.paid(),
            required);
    all.add(window);
    meter.nextWindow();
    return last;
  }

  private void count(double p95, boolean broken, int required) {
    windows++;
    violated += broken ? 1 : 0;
    violationMs += Math.max(0, p95 - sloMs);
    stretch = broken ? stretch + 1 : 0;
    longest = Math.max(longest, stretch);
    over += time.ready() > required ? 1 : 0;
    under += time.ready() < required ? 1 : 0;
  }

  WindowScore last() {
    return last;
  }

  RunResult.Latency latency() {
    return new RunResult.Latency(
        all.meanMs(),
        all.percentileMs(50),
        all.percentileMs(95),
        all.percentileMs(99),
        all.percentileMs(99.9));
  }

  RunResult.Slo slo() {
    return new RunResult.Slo(sloMs, windows, violated, violationMs, longest * WINDOW_S);
  }

  RunResult.Cost cost() {
    return new RunResult.Cost(
        time.readySeconds(), time.paidSeconds(), time.peak(), over * WINDOW_S, under * WINDOW_S);
  }
}
