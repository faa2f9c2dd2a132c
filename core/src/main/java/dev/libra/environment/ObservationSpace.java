package dev.libra.environment;

import dev.libra.fleet.Check;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of an observation.
 *
 * @param features one per number, in order
 */
public record ObservationSpace(List<Feature> features) {

  public ObservationSpace {
    features = List.copyOf(features);
    Check.between("features", features.size(), 1, 100_000);
  }

  public static ObservationSpace of(Feature... features) {
    return new ObservationSpace(List.of(features));
  }

  /** A discrete state as that many zeros and one 1. */
  public static ObservationSpace oneHot(int states) {
    return new ObservationSpace(
        IntStream.range(0, states).mapToObj(i -> new Feature("state" + i, 0, 1)).toList());
  }

  public int size() {
    return features.size();
  }

  /** Whether an observation has the right length and every number lies within its bounds. */
  public boolean contains(double[] observation) {
    return observation.length == size()
        && IntStream.range(0, size()).allMatch(i -> features.get(i).contains(observation[i]));
  }

  /**
   * One number of an observation.
   *
   * @param low the least it can be; negative infinity if there is no bound
   * @param high the most it can be; infinity if there is no bound
   */
  public record Feature(String name, double low, double high) {

    public Feature {
      Check.text("feature", name);
      if (!(low < high)) {
        throw new IllegalArgumentException(
            name + " must have low < high, was: " + low + " and " + high);
      }
    }

    public static Feature unbounded(String name) {
      return new Feature(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A feature between −bound and +bound. */
    public static Feature symmetric(String name, double bound) {
      return new Feature(name, -bound, bound);
    }

    boolean contains(double value) {
      return value >= low && value <= high;
    }
  }
}
