package dev.libra.catalogue;

import java.util.SplittableRandom;

/**
 * Draws that give the same bits on every Java version: the JDK specifies the 64 bits of {@code
 * SplittableRandom}, but not how they become a bounded number.
 */
final class Draws {
  private final SplittableRandom random;

  Draws(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Uniform within 0 (inclusive) and the bound (exclusive). */
  int below(int bound) {
    return (int) Math.multiplyHigh(random.nextLong() >>> 1, (long) bound << 1);
  }

  /** Uniform within 0 (inclusive) and 1 (exclusive). */
  double fraction() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  <T> T oneOf(java.util.List<T> values) {
    return values.get(below(values.size()));
  }
}
