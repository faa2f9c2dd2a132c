package dev.libra.simulator.calibration;

import dev.libra.fleet.Check;
import dev.libra.statistics.Statistics;
import java.util.List;

/**
 * How much longer the requests of a fresh replica take than those of a warm one.
 *
 * @param firstMs the first of them
 * @param totalMs all of them together
 */
public record FreshReplica(double firstMs, double totalMs) {

  public FreshReplica {
    Check.between("firstMs", firstMs, 0, 600_000);
    Check.between("totalMs", totalMs, 0, 1e9);
  }

  /**
   * Requests of all replicas in a short time after a fresh one has joined.
   *
   * @param slowestMs latency of the slowest
   */
  public record Window(double requests, double meanMs, double slowestMs) {

    public Window {
      Check.between("requests", requests, 0, 1e9);
      Check.between("meanMs", meanMs, 0, 600_000);
      Check.between("slowestMs", slowestMs, 0, 600_000);
    }
  }

  /**
   * What windows tell of a replica that joined at their beginning.
   *
   * @param warmMs mean latency when it has become warm
   */
  public static FreshReplica joining(List<Window> windows, double warmMs) {
    double first = windows.stream().mapToDouble(w -> w.slowestMs() - warmMs).max().orElseThrow();
    double total = windows.stream().mapToDouble(w -> (w.meanMs() - warmMs) * w.requests()).sum();
    return new FreshReplica(Math.max(0, first), Math.max(0, total));
  }

  /** The medians of both: single pauses of the machine don't count. */
  public static FreshReplica median(List<FreshReplica> rounds) {
    return new FreshReplica(
        Statistics.median(rounds.stream().mapToDouble(FreshReplica::firstMs).toArray()),
        Statistics.median(rounds.stream().mapToDouble(FreshReplica::totalMs).toArray()));
  }

  /** Requests in which what they take longer falls to 1/e, if it falls exponentially; from 1. */
  double requests() {
    // A geometric series: total = first / (1 - e^(-1/n)).
    return totalMs <= firstMs ? 1 : Math.max(1, -1 / StrictMath.log(1 - firstMs / totalMs));
  }
}
