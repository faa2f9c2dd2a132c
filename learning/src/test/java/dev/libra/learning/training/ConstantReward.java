package dev.libra.learning.training;

import dev.libra.environment.ActionSpace;
import dev.libra.environment.Environment;
import dev.libra.environment.ObservationSpace;
import dev.libra.environment.Step;
import java.io.DataInput;
import java.io.DataOutput;

/** One state, two actions, reward 1 for ever. */
final class ConstantReward implements Environment {

  @Override
  public ObservationSpace observationSpace() {
    return ObservationSpace.oneHot(1);
  }

  @Override
  public ActionSpace actionSpace() {
    return ActionSpace.numbered(2);
  }

  @Override
  public double[] reset(long seed) {
    return new double[] {1};
  }

  @Override
  public double[] reset() {
    return new double[] {1};
  }

  @Override
  public Step step(int action) {
    return Step.of(new double[] {1}, 1, false);
  }

  @Override
  public void save(DataOutput out) {}

  @Override
  public void restore(DataInput in) {}
}
