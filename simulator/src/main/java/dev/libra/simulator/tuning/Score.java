package dev.libra.simulator.tuning;

import dev.libra.simulator.twin.RunResult;
import java.util.List;

/**
 * How good a policy is on some runs: the SLO first, then the cost.
 *
 * @param missed runs that broke the SLO
 * @param excess by how much, in SLOs and allowed failed shares, over all runs
 * @param cost mean cost over all runs, each run counted alike
 */
public record Score(int missed, double excess, double cost) implements Comparable<Score> {

  /**
   * @param paidBy what each run's cost is divided by, so that long runs don't outweigh short ones
   */
  public static Score of(List<RunResult> results, double[] paidBy) {
    int missed = 0;
    double excess = 0;
    double cost = 0;
    for (int i = 0; i < results.size(); i++) {
      RunResult result = results.get(i);
      missed += result.sloMet() ? 0 : 1;
      excess += Math.max(0, result.latency().p95Ms() / result.slo().targetMs() - 1);
      double failed = result.requests().failedShare() / RunResult.MAX_FAILED_SHARE;
      excess += Math.max(0, failed - 1);
      cost += result.cost().paidReplicaSeconds() / paidBy[i];
    }
    return new Score(missed, excess, cost / results.size());
  }

  @Override
  public int compareTo(Score other) {
    int byMissed = Integer.compare(missed, other.missed);
    if (byMissed != 0) {
      return byMissed;
    }
    int byExcess = missed == 0 ? 0 : Double.compare(excess, other.excess);
    return byExcess != 0 ? byExcess : Double.compare(cost, other.cost);
  }
}
