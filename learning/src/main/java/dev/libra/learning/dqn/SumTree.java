package dev.libra.learning.dqn;

/** Weights in a binary tree whose nodes hold the sum below: set and find in O(log n). */
final class SumTree {
  private final int leaves;
  private final double[] sums;

  SumTree(int size) {
    int power = 1;
    while (power < size) {
      power *= 2;
    }
    this.leaves = power;
    this.sums = new double[2 * power];
  }

  double total() {
    return sums[1];
  }

  double get(int index) {
    return sums[leaves + index];
  }

  void set(int index, double weight) {
    int node = leaves + index;
    sums[node] = weight;
    // Summed anew, not corrected by the difference: rounding errors would pile up.
    for (node /= 2; node >= 1; node /= 2) {
      sums[node] = sums[2 * node] + sums[2 * node + 1];
    }
  }

  /** The first index at which the running sum of the weights exceeds {@code sum}. */
  int find(double sum) {
    double left = sum;
    int node = 1;
    while (node < leaves) {
      node *= 2;
      // Never into an empty branch, whatever rounding says.
      if (left >= sums[node] && sums[node + 1] > 0) {
        left -= sums[node];
        node++;
      }
    }
    return node - leaves;
  }
}
