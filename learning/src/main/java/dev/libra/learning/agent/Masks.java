package dev.libra.learning.agent;

import java.util.random.RandomGenerator;

/** Choices among allowed actions. */
public final class Masks {
  private Masks() {}

  /**
   * The first allowed action with the highest score.
   *
   * @param scores of several states, one after the other
   * @param from where this state's scores start
   * @param mask of this state
   */
  public static int argmax(double[] scores, int from, boolean[] mask) {
    int best = -1;
    for (int action = 0; action < mask.length; action++) {
      if (mask[action] && (best < 0 || scores[from + action] > scores[from + best])) {
        best = action;
      }
    }
    return best;
  }

  /** Any allowed action, each with the same probability. */
  public static int any(boolean[] mask, RandomGenerator random) {
    int allowed = 0;
    for (boolean one : mask) {
      allowed += one ? 1 : 0;
    }
    int skip = random.nextInt(allowed);
    int action = 0;
    while (!mask[action] || skip-- > 0) {
      action++;
    }
    return action;
  }
}
