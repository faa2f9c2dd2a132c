package dev.libra.environment;

import java.util.Arrays;
import java.util.List;

/**
 * What an agent acts in: Gymnasium's contract with a discrete action space.
 *
 * <p>The same seed and the same actions give the same observations and rewards, bit by bit. Arrays
 * that are handed out are the caller's.
 */
public interface Environment extends Restorable {

  ObservationSpace observationSpace();

  ActionSpace actionSpace();

  /** Seeds the environment and starts an episode; gives the first observation. */
  double[] reset(long seed);

  /** Starts the next episode from the generator as it stands; gives the first observation. */
  double[] reset();

  /**
   * Takes an action in the running episode.
   *
   * @param action an index into the {@link #actionSpace}
   */
  Step step(int action);

  /** Which actions are allowed in the present state; at least one is. */
  default boolean[] actionMask() {
    boolean[] mask = new boolean[actionSpace().size()];
    Arrays.fill(mask, true);
    return mask;
  }

  /**
   * What only a critic may see, in training: the input that is to come whatever the agent does, in
   * numbers of about 1. A value that knows it tells luck from merit, and leaves the policy's
   * gradient unbiased (Mao et al. 2019, ICLR, https://arxiv.org/abs/1807.02264). None by default;
   * always as many.
   */
  default double[] hindsight() {
    return new double[0];
  }

  /**
   * The penalties whose sum a step's reward is: the names that they have in its {@link
   * Step#info()}, each 0 or less. None by default.
   */
  default List<String> rewardComponents() {
    return List.of();
  }
}
