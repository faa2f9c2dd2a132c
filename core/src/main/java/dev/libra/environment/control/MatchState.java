package dev.libra.environment.control;

import dev.libra.environment.ActionSpace;
import dev.libra.environment.Environment;
import dev.libra.environment.ObservationSpace;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.Step;
import dev.libra.fleet.Check;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Rewards the action whose index is the state with 1, others with 0; the next state is random.
 *
 * <p>With invalid actions it masks that many random ones in each state, never the right one, and
 * refuses them (the task of SB3-contrib's masking tests, after Huang and Ontañón: "A closer look at
 * invalid action masking", 2020).
 */
public final class MatchState implements Environment {
  private final ActionSpace actions;
  private final ObservationSpace observations;
  private final int invalid;
  private final SeededRandom random = new SeededRandom(0);
  private final boolean[] mask;
  private int state;

  /**
   * @param states how many states, and actions
   * @param invalid actions that are masked in each state
   */
  public MatchState(int states, int invalid) {
    this.actions = ActionSpace.numbered(states);
    this.observations = ObservationSpace.oneHot(states);
    this.invalid = Check.between("invalid", invalid, 0, states - 1);
    this.mask = new boolean[states];
  }

  @Override
  public ObservationSpace observationSpace() {
    return observations;
  }

  @Override
  public ActionSpace actionSpace() {
    return actions;
  }

  @Override
  public double[] reset(long seed) {
    random.seed(seed);
    return reset();
  }

  @Override
  public double[] reset() {
    state = random.nextInt(actions.size());
    Arrays.fill(mask, true);
    for (int masked = 0; masked < invalid; ) {
      int candidate = random.nextInt(actions.size());
      if (candidate != state && mask[candidate]) {
        mask[candidate] = false;
        masked++;
      }
    }
    return observation();
  }

  @Override
  public Step step(int action) {
    if (!mask[actions.check(action)]) {
      throw new IllegalArgumentException("action " + action + " is invalid in state " + state);
    }
    double reward = action == state ? 1 : 0;
    return Step.of(reset(), reward, false);
  }

  private double[] observation() {
    double[] oneHot = new double[actions.size()];
    oneHot[state] = 1;
    return oneHot;
  }

  @Override
  public boolean[] actionMask() {
    return mask.clone();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    random.save(out);
    out.writeInt(state);
    for (boolean allowed : mask) {
      out.writeBoolean(allowed);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    random.restore(in);
    state = in.readInt();
    for (int i = 0; i < mask.length; i++) {
      mask[i] = in.readBoolean();
    }
  }
}
