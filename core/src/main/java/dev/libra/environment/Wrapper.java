package dev.libra.environment;

import dev.libra.fleet.Check;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** An environment around another one, which does all that a subclass doesn't change. */
abstract class Wrapper implements Environment {
  /** What is wrapped. */
  protected final Environment environment;

  Wrapper(Environment environment) {
    this.environment = Check.present("environment", environment);
  }

  @Override
  public ObservationSpace observationSpace() {
    return environment.observationSpace();
  }

  @Override
  public ActionSpace actionSpace() {
    return environment.actionSpace();
  }

  @Override
  public double[] reset(long seed) {
    return environment.reset(seed);
  }

  @Override
  public double[] reset() {
    return environment.reset();
  }

  @Override
  public boolean[] actionMask() {
    return environment.actionMask();
  }

  @Override
  public double[] hindsight() {
    return environment.hindsight();
  }

  @Override
  public List<String> rewardComponents() {
    return environment.rewardComponents();
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
