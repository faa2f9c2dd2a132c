package dev.libra.simulator.tuning;

import dev.libra.policy.Policy;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A rule with parameters to search.
 *
 * @param name the policy's
 * @param dimensions the parameters
 * @param knob index of the one that trades cost for violations
 * @param stock what it has unconfigured, one value per dimension
 * @param factory makes a policy that has seen nothing yet of one value per dimension
 */
public record Rule(
    String name,
    List<Dimension> dimensions,
    int knob,
    List<Double> stock,
    Function<double[], Policy> factory) {

  public Rule {
    dimensions = List.copyOf(dimensions);
    stock = List.copyOf(stock);
    if (stock.size() != dimensions.size() || knob < 0 || knob >= dimensions.size()) {
      throw new IllegalArgumentException(name + ": one stock value and one knob per dimension");
    }
  }

  /** The unconfigured rule's values. */
  public double[] stockPoint() {
    return stock.stream().mapToDouble(Double::doubleValue).toArray();
  }

  public Policy create(double[] point) {
    return factory.apply(point);
  }

  /** The same point with the knob at a share of its range, 0 to 1. */
  public double[] withKnob(double[] point, double share) {
    double[] turned = point.clone();
    turned[knob] = dimensions.get(knob).at(share);
    return turned;
  }

  /** For example {@code target-cpu 0.6, sync-s 15}. */
  public String describe(double[] point) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < point.length; i++) {
      text.append(i == 0 ? "" : ", ")
          .append(dimensions.get(i).name())
          .append(String.format(Locale.ROOT, " %.3g", point[i]));
    }
    return text.toString();
  }
}
