package dev.libra.simulator.twin;

/** What a request costs more CPU at a replica that isn't full, by the places that others take. */
final class LightLoad {
  private final double[] factors;

  LightLoad(double light, int concurrency) {
    factors = new double[concurrency];
    for (int others = 0; others < concurrency; others++) {
      factors[others] = 1 + light * (concurrency - others) / concurrency;
    }
  }

  /**
   * @param others requests that the replica works on already, fewer than it has places
   */
  double factor(int others) {
    return factors[others];
  }
}
