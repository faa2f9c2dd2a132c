package dev.libra.environment;

import dev.libra.fleet.Check;
import java.util.Map;

/**
 * What an action led to.
 *
 * @param observation of the state reached, also when the episode ended there
 * @param reward of this step
 * @param terminated the state reached is terminal: nothing comes after it, its value is 0
 * @param truncated the episode was cut off from outside, for instance by a time limit: the state
 *     reached has a value, which a learner bootstraps
 * @param info figures for people and reports, not for the agent
 */
public record Step(
    double[] observation,
    double reward,
    boolean terminated,
    boolean truncated,
    Map<String, Double> info) {

  public Step {
    Check.present("observation", observation);
    if (!Double.isFinite(reward)) {
      throw new IllegalArgumentException("reward must be finite, was: " + reward);
    }
    info = Map.copyOf(info);
  }

  /** A step of an episode without a limit from outside. */
  public static Step of(double[] observation, double reward, boolean terminated) {
    return new Step(observation, reward, terminated, false, Map.of());
  }

  public boolean ended() {
    return terminated || truncated;
  }

  public Step withTruncated(boolean value) {
    return new Step(observation, reward, terminated, value, info);
  }

  public Step withObservation(double[] value) {
    return new Step(value, reward, terminated, truncated, info);
  }
}
