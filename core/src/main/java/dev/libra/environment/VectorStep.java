package dev.libra.environment;

import java.util.List;

/**
 * One step in each of several environments, index by index.
 *
 * @param observations to act on next: after an episode's end the first of the next episode
 * @param masks allowed actions there
 * @param finalObservations where an episode ended, the observation it ended with; elsewhere null
 * @param finalMasks the allowed actions there; elsewhere null
 * @param finalHindsight {@link Environment#hindsight()} there; elsewhere null
 * @param episodes those that ended in this step
 */
public record VectorStep(
    double[][] observations,
    boolean[][] masks,
    double[] rewards,
    boolean[] terminated,
    boolean[] truncated,
    double[][] finalObservations,
    boolean[][] finalMasks,
    double[][] finalHindsight,
    List<EpisodeResult> episodes) {

  static VectorStep ofSize(int size, List<EpisodeResult> episodes) {
    return new VectorStep(
        new double[size][],
        new boolean[size][],
        new double[size],
        new boolean[size],
        new boolean[size],
        new double[size][],
        new boolean[size][],
        new double[size][],
        episodes);
  }

  public int size() {
    return rewards.length;
  }

  public boolean ended(int index) {
    return terminated[index] || truncated[index];
  }

  /** Where an episode ended. */
  public boolean[] ended() {
    boolean[] ended = new boolean[size()];
    for (int i = 0; i < ended.length; i++) {
      ended[i] = ended(i);
    }
    return ended;
  }

  /** What the action led to, an episode's last observation included. */
  public double[] successor(int index) {
    return ended(index) ? finalObservations[index] : observations[index];
  }

  /** The allowed actions in the {@link #successor}. */
  public boolean[] successorMask(int index) {
    return ended(index) ? finalMasks[index] : masks[index];
  }
}
