package dev.libra.catalogue;

import java.util.Arrays;

/** Ranks 0 to n-1, of which rank k is drawn in proportion to {@code 1 / (k + 1)^exponent}. */
final class Zipf {
  private final double[] cumulative;

  Zipf(int ranks, double exponent) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      // StrictMath: a difference in the last bit between machines would change the catalogue.
      sum += StrictMath.pow(rank + 1.0, -exponent);
      cumulative[rank] = sum;
    }
    for (int rank = 0; rank < ranks; rank++) {
      cumulative[rank] /= sum;
    }
  }

  int draw(Draws draws) {
    int found = Arrays.binarySearch(cumulative, draws.fraction());
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
  }
}
