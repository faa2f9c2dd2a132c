package dev.libra.learning.dqn;

/** Transitions drawn for one gradient step, index by index; observations row after row. */
record ReplayBatch(
    float[] observations,
    int[] actions,
    double[] rewards,
    double[] discounts,
    float[] nexts,
    boolean[][] nextMasks,
    Sampling.Draw draw) {

  static ReplayBatch ofSize(int size, int width, Sampling.Draw draw) {
    return new ReplayBatch(
        new float[size * width],
        new int[size],
        new double[size],
        new double[size],
        new float[size * width],
        new boolean[size][],
        draw);
  }

  int size() {
    return actions.length;
  }
}
