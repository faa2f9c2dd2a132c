package dev.libra.observation;

import dev.libra.fleet.ServiceSpec;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Many simple rules for one service. Each takes a measure of its load, the highest that it was
 * within some time, and as many replicas as have that at a share of their capacity: what the HPA,
 * KEDA and the seasonal maximum do, with other numbers. Not thread-safe.
 */
final class SizingRules {
  private static final double[] HOLDS_S = {30, 120, 450, 1800};
  private static final double[] SHARES = {0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1.05, 1.15};

  private final Peaks[] measures;
  private final double[] wanted;

  /**
   * @param measures how many measures of the load there are
   */
  SizingRules(int measures) {
    this.measures = Stream.generate(Peaks::new).limit(measures).toArray(Peaks[]::new);
    this.wanted = new double[measures * HOLDS_S.length * SHARES.length];
  }

  int size() {
    return wanted.length;
  }

  /**
   * Adds what is seen now.
   *
   * @param loads of each measure, in requests/s
   * @param seconds that a request holds its place
   */
  void add(Instant now, double[] loads, double seconds, ServiceSpec service) {
    int rule = 0;
    for (int i = 0; i < measures.length; i++) {
      measures[i].add(now, loads[i]);
      for (double hold : HOLDS_S) {
        double replicas = measures[i].highest(hold) * seconds / service.concurrency();
        for (double share : SHARES) {
          wanted[rule++] = replicas / share;
        }
      }
    }
  }

  /** What a rule asks for at present: replicas and a part of one, not within any bounds. */
  double wanted(int rule) {
    return wanted[rule];
  }
}
