package dev.libra.learning.agent;

import dev.libra.environment.Restorable;
import dev.libra.learning.network.DenseNetwork;
import dev.libra.learning.normalization.NormalizationStatistics;
import java.util.Optional;

/**
 * A learner that acts in its environments and learns from what came of it. Not thread-safe. Its
 * saved state is whole: environments, generators, buffers, weights and optimiser.
 */
public interface Agent extends Restorable {

  /**
   * Acts for a while and learns from it once. Between two updates an agent can be saved.
   *
   * @param budget environment steps that may be taken at most, at least 1
   * @throws dev.libra.learning.network.DivergedException if a loss or gradient is not finite
   */
  Update update(long budget);

  /**
   * The action the agent thinks best in each of several states, without exploring.
   *
   * @param masks allowed actions, one row per observation
   */
  int[] act(double[][] observations, boolean[][] masks);

  /** The network that acts. */
  DenseNetwork network();

  /** How observations have to be normalised for the network; empty if they are taken as is. */
  Optional<NormalizationStatistics> normalization();
}
