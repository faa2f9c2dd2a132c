package dev.libra.learning.result;

import dev.libra.fleet.Check;

/**
 * The returns of deterministic episodes after training.
 *
 * @param meanReturn mean of the undiscounted returns
 * @param stdReturn their standard deviation
 */
public record Evaluation(int episodes, double meanReturn, double stdReturn) {

  public Evaluation {
    Check.between("episodes", episodes, 1, 1_000_000);
    Check.between("meanReturn", meanReturn, -1e12, 1e12);
    Check.between("stdReturn", stdReturn, 0, 1e12);
  }
}
