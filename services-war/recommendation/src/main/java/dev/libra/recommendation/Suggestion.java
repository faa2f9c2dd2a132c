package dev.libra.recommendation;

/**
 * A product that goes with another.
 *
 * @param product its number
 * @param score within 0-1, higher goes better
 */
public record Suggestion(int product, double score) {

  public Suggestion {
    if (product < 0) {
      throw new IllegalArgumentException("product must be at least 0, was: " + product);
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score must be within 0-1, was: " + score);
    }
  }
}
