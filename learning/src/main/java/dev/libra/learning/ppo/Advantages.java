package dev.libra.learning.ppo;

/**
 * Generalised advantage estimation: δ = r + γ·V(s′) − V(s), A = δ + γλ·A′.
 *
 * <p>Schulman et al., <a href="https://arxiv.org/abs/1506.02438">arXiv:1506.02438</a>. V(s′) of a
 * terminal state is 0; of a truncated episode's last state it counts. The sum over A′ ends with the
 * episode either way.
 */
final class Advantages {
  private Advantages() {}

  /**
   * Advantages of one environment's steps in a row.
   *
   * @param values of the states acted in
   * @param nextValues of the states reached: at an episode's end of its last state
   */
  static double[] estimate(
      double[] rewards,
      double[] values,
      double[] nextValues,
      boolean[] terminated,
      boolean[] truncated,
      double discount,
      double lambda) {
    double[] advantages = new double[rewards.length];
    double later = 0;
    for (int t = rewards.length - 1; t >= 0; t--) {
      double next = terminated[t] ? 0 : nextValues[t];
      double delta = rewards[t] + discount * next - values[t];
      boolean ended = terminated[t] || truncated[t];
      later = delta + (ended ? 0 : discount * lambda * later);
      advantages[t] = later;
    }
    return advantages;
  }
}
