package dev.libra.learning.training;

import java.util.List;

/**
 * How an agent did without exploring.
 *
 * @param returns of each episode
 */
public record Evaluation(List<Double> returns) {

  public Evaluation {
    returns = List.copyOf(returns);
  }

  public int episodes() {
    return returns.size();
  }

  public double meanReturn() {
    return returns.stream().mapToDouble(r -> r).average().orElse(Double.NaN);
  }

  /** The standard deviation over the episodes. */
  public double stdReturn() {
    double mean = meanReturn();
    return Math.sqrt(
        returns.stream().mapToDouble(r -> (r - mean) * (r - mean)).average().orElse(Double.NaN));
  }
}
