package dev.libra.environment;

import dev.libra.environment.ObservationSpace.Feature;
import dev.libra.fleet.Check;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Hides all but the named features of an environment's observations. */
public final class FeatureSelection implements Environment {
  private final Environment environment;
  private final ObservationSpace space;
  private final int[] kept;

  public FeatureSelection(Environment environment, String... names) {
    this.environment = Check.present("environment", environment);
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
  public ActionSpace actionSpace() {
    return environment.actionSpace();
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

  @Override
  public boolean[] actionMask() {
    return environment.actionMask();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    environment.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    environment.restore(in);
  }
}
