package dev.libra.learning.policy;

/** The last observations, oldest first; the first one fills all places, as in training. */
final class Frames {
  private final int width;
  private final double[] stack;
  private boolean empty = true;

  Frames(int frames, int width) {
    this.width = width;
    this.stack = new double[frames * width];
  }

  void add(double[] frame) {
    if (empty) {
      for (int from = 0; from < stack.length; from += width) {
        System.arraycopy(frame, 0, stack, from, width);
      }
      empty = false;
      return;
    }
    System.arraycopy(stack, width, stack, 0, stack.length - width);
    System.arraycopy(frame, 0, stack, stack.length - width, width);
  }

  /** The stack itself, not a copy. */
  double[] values() {
    return stack;
  }
}
