package dev.libra.simulator.twin;

/**
 * Counts latencies once, and shares them out to those who look at different times: the gateway's
 * reports, which control hears of, and the windows of the score, which see the truth.
 */
final class Meter {
  private final LatencyHistogram cell = new LatencyHistogram();
  private final LatencyHistogram unsent = new LatencyHistogram();
  private final LatencyHistogram window = new LatencyHistogram();
  private long unsentErrors;
  private long answered;
  private long failed;
  private long failedInWindow;

  void answered(long latencyMicros) {
    answered++;
    cell.record(latencyMicros);
  }

  /**
   * @param judgedMicros latency that it counts as for the score: a quick refusal is no quick answer
   */
  void failed(long latencyMicros, long judgedMicros) {
    failed++;
    failedInWindow++;
    unsentErrors++;
    unsent.record(latencyMicros);
    window.record(judgedMicros);
  }

  long answered() {
    return answered;
  }

  long failed() {
    return failed;
  }

  /** What no report has brought to control yet. */
  LatencyHistogram unsent() {
    unsent.add(cell);
    window.add(cell);
    cell.reset();
    return unsent;
  }

  long unsentErrors() {
    return unsentErrors;
  }

  /** Begins the next report. */
  void sent() {
    unsent.reset();
    unsentErrors = 0;
  }

  /** What happened since the last window's end. */
  LatencyHistogram window() {
    unsent();
    return window;
  }

  long failedInWindow() {
    return failedInWindow;
  }

  void nextWindow() {
    window.reset();
    failedInWindow = 0;
  }
}
