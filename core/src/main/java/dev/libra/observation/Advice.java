package dev.libra.observation;

/**
 * What rules say that were followed on paper. What they would have cost is counted in what as many
 * replicas cost as the load required, and is infinite if there are no such rules.
 *
 * @param wanted by the rule that would have cost least
 * @param fewer how much more than that one the best of those would have cost that want fewer
 *     replicas than are wanted in fact
 * @param same of those that want as many
 * @param more of those that want more
 */
record Advice(int wanted, double fewer, double same, double more) {

  /** Nothing is known. */
  static Advice none(int desired) {
    return new Advice(desired, 0, 0, 0);
  }
}
