package dev.libra.recommendation.model;

/**
 * How strongly two products belong together: {@code n(a,b) / sqrt((n(a)+s)(n(b)+s))}, the cosine of
 * their basket vectors, damped by {@code s} so that two products which were bought once, together,
 * aren't the perfect pair. Symmetric, within 0-1.
 */
final class Cosine {
  /** Fewer baskets in common are chance. */
  static final int MIN_TOGETHER = 2;

  private static final double DAMPING = 5;

  private Cosine() {}

  static double score(int together, int first, int second) {
    if (together < 0 || together > Math.min(first, second)) {
      throw new IllegalArgumentException(
          "together must be within 0-" + Math.min(first, second) + ", was: " + together);
    }
    return together < MIN_TOGETHER
        ? 0
        : together / StrictMath.sqrt((first + DAMPING) * (second + DAMPING));
  }
}
