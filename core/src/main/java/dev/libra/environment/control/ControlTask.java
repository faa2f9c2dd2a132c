package dev.libra.environment.control;

import dev.libra.environment.ActionSpace;
import dev.libra.environment.Environment;
import dev.libra.environment.ObservationSpace;
import dev.libra.environment.SeededRandom;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What the classic control tasks share: fixed spaces, a seeded start, a state of some numbers. */
abstract class ControlTask implements Environment {
  private final ObservationSpace observations;
  private final ActionSpace actions;
  private final SeededRandom random = new SeededRandom(0);

  /** Position and velocity of whatever moves, in the task's own order. */
  protected final double[] state;

  ControlTask(ObservationSpace observations, ActionSpace actions, int numbers) {
    this.observations = observations;
    this.actions = actions;
    this.state = new double[numbers];
  }

  /** Puts the state of an episode's beginning into {@link #state}. */
  abstract void begin(SeededRandom random);

  /** What an agent sees of the state; the array is the caller's. */
  double[] observation() {
    return state.clone();
  }

  @Override
  public final ObservationSpace observationSpace() {
    return observations;
  }

  @Override
  public final ActionSpace actionSpace() {
    return actions;
  }

  @Override
  public final double[] reset(long seed) {
    random.seed(seed);
    return reset();
  }

  @Override
  public final double[] reset() {
    begin(random);
    return observation();
  }

  @Override
  public final void save(DataOutput out) throws IOException {
    random.save(out);
    for (double value : state) {
      out.writeDouble(value);
    }
  }

  @Override
  public final void restore(DataInput in) throws IOException {
    random.restore(in);
    for (int i = 0; i < state.length; i++) {
      state[i] = in.readDouble();
    }
  }
}
