package dev.libra.cli.bench.live;

import dev.libra.simulator.twin.RunResult;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What one policy's run came to.
 *
 * @param decidedBy name and digest of the policy, as control knows it
 * @param start of the load
 * @param fleet the samples' replica counts, oldest first
 */
record LiveResult(
    String policy,
    int round,
    String decidedBy,
    double sloMs,
    Client client,
    SloWindows windows,
    ReplicaTime replicas,
    Reactions reactions,
    Instant start,
    List<FleetPoint> fleet) {

  static final String COLUMNS =
      "policy,round,valid,sloMet,p50Ms,p95Ms,p99Ms,failedShare,lost,sent,achievedShare,"
          + "violationShare,readyReplicaSeconds,paidReplicaSeconds,peakReplicas,actions,"
          + "callMedianMs,callP99Ms,callMaxMs,decideP99Micros,launchMedianMs,standInShare,decidedBy";

  LiveResult {
    fleet = List.copyOf(fleet);
  }

  /**
   * The whole run as the client saw it.
   *
   * @param lost requests answered with an error, timed out, broken off or not sent
   * @param achievedShare requests sent in time
   */
  record Client(
      double p50Ms,
      double p95Ms,
      double p99Ms,
      double failedShare,
      long lost,
      long sent,
      double achievedShare,
      boolean valid) {}

  /** By the whole run's P95 and failed share, as in the twin. */
  boolean sloMet() {
    return client.p95Ms() <= sloMs && client.failedShare() <= RunResult.MAX_FAILED_SHARE;
  }

  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%d,%s,%s,%.1f,%.1f,%.1f,%.6f,%d,%d,%.5f,%.5f,%.1f,%.1f,%d,%d,%s,%s,%s,%s,%s,%.4f,%s",
        policy,
        round,
        client.valid(),
        sloMet(),
        client.p50Ms(),
        client.p95Ms(),
        client.p99Ms(),
        client.failedShare(),
        client.lost(),
        client.sent(),
        client.achievedShare(),
        windows.violationShare(),
        replicas.readyS(),
        replicas.paidS(),
        replicas.peak(),
        reactions.actions(),
        cell(reactions.callMs().median()),
        cell(reactions.callMs().p99()),
        cell(reactions.callMs().max()),
        cell(reactions.decideMicros().p99()),
        cell(reactions.launchMs().median()),
        reactions.standIns(),
        decidedBy);
  }

  /** Empty where there was nothing to measure. */
  private static String cell(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f", value) : "";
  }
}
