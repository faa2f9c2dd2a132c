package dev.libra.learning.dqn;

import dev.libra.environment.Restorable;
import java.util.random.RandomGenerator;

/** Chooses which transitions of a replay buffer are learned from. */
interface Sampling extends Restorable {

  /**
   * What was drawn.
   *
   * @param weights of each in the loss, at most 1
   */
  record Draw(int[] indices, double[] weights) {}

  /** A new transition is at this place. */
  void added(int index);

  /**
   * Draws {@code count} of the first {@code size} places.
   *
   * @param progress share of the training done
   */
  Draw draw(int size, int count, double progress, RandomGenerator random);

  /** The temporal-difference errors of places that were learned from. */
  void learned(int[] indices, double[] errors);
}
