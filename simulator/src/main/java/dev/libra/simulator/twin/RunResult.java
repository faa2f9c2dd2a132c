package dev.libra.simulator.twin;

/**
 * What a run came to, as the evaluation asks for it.
 *
 * @param requests counts of requests
 * @param latency of all answered and failed requests; a failed one counts at least its time-out
 * @param slo windows of 2 s against the SLO
 * @param cost replicas that were ready and paid for
 * @param changes of the wanted count
 * @param series per window
 */
public record RunResult(
    Requests requests, Latency latency, Slo slo, Cost cost, Changes changes, TimeSeries series) {
  /** The most failed requests of a run that meets its SLO, as a share. */
  public static final double MAX_FAILED_SHARE = 0.001;

  /**
   * Requests; {@code arrived = answered + failed + unfinished}.
   *
   * @param unfinished still waiting or being served at the end
   */
  public record Requests(long arrived, long answered, long failed, long unfinished) {

    /** Failed ones of those that ended, 0 without any. */
    public double failedShare() {
      long ended = answered + failed;
      return ended == 0 ? 0 : (double) failed / ended;
    }
  }

  /** Percentiles in ms over the whole run. */
  public record Latency(double meanMs, double p50Ms, double p95Ms, double p99Ms, double p999Ms) {}

  /**
   * Windows of 2 s.
   *
   * @param targetMs the SLO
   * @param windows all of them
   * @param violated those with a P95 over the SLO, or that answered nothing while requests waited
   *     for longer
   * @param violationMs sum of max(0, P95 − SLO) over the windows
   * @param longestViolationS longest stretch of violated windows: the recovery time after a spike
   */
  public record Slo(
      double targetMs, int windows, int violated, double violationMs, double longestViolationS) {

    public double violationShare() {
      return windows == 0 ? 0 : (double) violated / windows;
    }
  }

  /**
   * Replicas.
   *
   * @param paidReplicaSeconds starting and draining ones included
   * @param peakReplicas most that were paid for at once
   * @param overProvisionedS time with more ready than required (see {@link Demand})
   * @param underProvisionedS time with fewer
   */
  public record Cost(
      double readyReplicaSeconds,
      double paidReplicaSeconds,
      int peakReplicas,
      double overProvisionedS,
      double underProvisionedS) {}

  /**
   * Changes of the wanted count.
   *
   * @param reversals changes in the other direction than the one before, within 5 minutes of it
   */
  public record Changes(int actions, int reversals) {}

  /** Whether the whole run's P95 and failed share keep the SLO. */
  public boolean sloMet() {
    return latency.p95Ms() <= slo.targetMs() && requests.failedShare() <= MAX_FAILED_SHARE;
  }
}
