package dev.libra.environment;

import dev.libra.environment.ObservationSpace.Feature;
import java.util.Arrays;
import java.util.List;

/** Hides all but the named features of an environment's observations. */
public final class FeatureSelection extends Wrapper {
  private final ObservationSpace space;
  private final int[] kept;

  public FeatureSelection(Environment environment, String... names) {
    super(environment);
    List<Feature> all = environment.observationSpace().features();
    List<String> known = all.stream().map(Feature::name).toList();
    this.kept = Arrays.stream(names).mapToInt(name -> indexOf(known, name)).toArray();
    this.space = new ObservationSpace(Arrays.stream(kept).mapToObj(all::get).toList());
  }

  private static int indexOf(List<String> known, String name) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException("feature must be one of " + known + ", was: " + name);
    }
    return known.indexOf(name);
  }

  @Override
  public ObservationSpace observationSpace() {
    return space;
  }

  @Override
  public double[] reset(long seed) {
    return select(environment.reset(seed));
  }

  @Override
  public double[] reset() {
    return select(environment.reset());
  }

  @Override
  public Step step(int action) {
    Step step = environment.step(action);
    return step.withObservation(select(step.observation()));
  }

  private double[] select(double[] observation) {
    return Arrays.stream(kept).mapToDouble(i -> observation[i]).toArray();
  }
}
