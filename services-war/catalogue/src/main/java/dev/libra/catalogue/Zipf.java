package dev.libra.catalogue;

import java.util.Arrays;

/**
 * The law of Zipf and Mandelbrot: of ranks 0 to n-1, rank k is drawn in proportion to {@code 1 / (k
 * + 1 + shift)^exponent}. A shift flattens the head and leaves the tail.
 */
final class Zipf {
  private final double[] cumulative;

  Zipf(int ranks, double exponent, double shift) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      // StrictMath: a difference in the last bit between machines would change the catalogue.
      sum += StrictMath.pow(rank + 1 + shift, -exponent);
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
