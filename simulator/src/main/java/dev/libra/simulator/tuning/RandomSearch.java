package dev.libra.simulator.tuning;

import dev.libra.environment.SeededRandom;
import dev.libra.fleet.Check;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Searches a rule's parameters: the stock point, then half of the budget at random (Bergstra and
 * Bengio 2012, JMLR 13), then around the best so far.
 *
 * @param budget points that are tried, the stock one included
 */
public record RandomSearch(int budget, long seed) {
  private static final double SPREAD = 0.15;

  public RandomSearch {
    Check.between("budget", budget, 1, 100_000);
  }

  /** The best point and its score. */
  public record Best(double[] point, Score score) {

    public Best {
      point = point.clone();
    }

    @Override
    public double[] point() {
      return point.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Best best
          && Arrays.equals(best.point, point)
          && best.score.equals(score);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(point) + score.hashCode();
    }
  }

  /**
   * Finds the best point; the first of equals.
   *
   * @param cancelled ends the search early, at the soonest after the stock point
   */
  public Best run(Rule rule, Function<double[], Score> evaluate, BooleanSupplier cancelled) {
    SeededRandom random = new SeededRandom(seed);
    double[] best = rule.stockPoint();
    Score score = evaluate.apply(best);
    for (int i = 1; i < budget && !cancelled.getAsBoolean(); i++) {
      double[] point = i < budget / 2 ? anywhere(rule, random) : near(rule, best, random);
      Score next = evaluate.apply(point);
      if (next.compareTo(score) < 0) {
        best = point;
        score = next;
      }
    }
    return new Best(best, score);
  }

  private static double[] anywhere(Rule rule, SeededRandom random) {
    return rule.dimensions().stream().mapToDouble(d -> d.at(random.nextDouble())).toArray();
  }

  private static double[] near(Rule rule, double[] center, SeededRandom random) {
    double[] point = center.clone();
    for (int i = 0; i < point.length; i++) {
      Dimension dimension = rule.dimensions().get(i);
      // Triangular on ±2 spreads: no transcendental function, the same bits everywhere.
      double shift = (random.nextDouble() + random.nextDouble() - 1) * 2 * SPREAD;
      point[i] = dimension.at(dimension.share(center[i]) + shift);
    }
    return point;
  }
}
