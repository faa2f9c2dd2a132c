package dev.libra.learning.result;

import dev.libra.fleet.Check;
import java.util.List;

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

  /**
   * Of some episodes.
   *
   * @param returns at least one
   */
  public static Evaluation of(List<Double> returns) {
    double mean = returns.stream().mapToDouble(r -> r).average().orElse(0);
    double variance =
        returns.stream().mapToDouble(r -> (r - mean) * (r - mean)).average().orElse(0);
    return new Evaluation(returns.size(), mean, Math.sqrt(variance));
  }
}
