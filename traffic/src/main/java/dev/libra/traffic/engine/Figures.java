package dev.libra.traffic.engine;

import java.util.Map;

/**
 * What was measured of a run, or of one service's part in it.
 *
 * @param intended requests that should have been sent so far
 * @param sent those that were sent
 * @param late those among them that were sent more than 100 ms after their time
 * @param retries those among the intended that repeat a failed one
 * @param answered those whose outcome is known
 * @param failed answered with an error, timed out, broken off or not sent
 * @param refused bots turned away with a 4xx; not failed
 * @param failures failed ones by kind
 * @param p50Ms from the intended send time, as all latencies
 */
public record Figures(
    long intended,
    long sent,
    long late,
    long retries,
    long answered,
    long failed,
    long refused,
    Map<String, Long> failures,
    double meanMs,
    double p50Ms,
    double p95Ms,
    double p99Ms,
    double p999Ms,
    double maxMs) {

  /** The share of intended requests that were sent in time; 1 when none was intended. */
  public double achievedShare() {
    return intended == 0 ? 1 : (double) (sent - late) / intended;
  }

  public double failedShare() {
    return intended == 0 ? 0 : (double) failed / intended;
  }
}
