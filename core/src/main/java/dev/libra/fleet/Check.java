package dev.libra.fleet;

import java.util.regex.Pattern;

/** Argument checks whose messages name the value and what is allowed. */
public final class Check {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  private Check() {}

  /** Accepts lower-case DNS labels: letters, digits and dashes, at most 63. */
  public static String name(String what, String value) {
    if (value == null || !NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what + " must match " + NAME.pattern() + ", was: " + value);
    }
    return value;
  }

  public static String text(String what, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank, was: " + value);
    }
    return value;
  }

  public static <T> T present(String what, T value) {
    if (value == null) {
      throw new IllegalArgumentException(what + " must not be missing");
    }
    return value;
  }

  /** Accepts whole numbers within bounds, both included. */
  public static int between(String what, int value, int min, int max) {
    return (int) between(what, (long) value, (long) min, (long) max);
  }

  /** Accepts finite numbers from {@code min} to {@code max}, both included. */
  public static double between(String what, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          what + " must be between " + min + " and " + max + ", was: " + value);
    }
    return value;
  }

  /** Accepts whole numbers from {@code min} to {@code max}, both included. */
  public static long between(String what, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          what + " must be between " + min + " and " + max + ", was: " + value);
    }
    return value;
  }

  /** Accepts finite numbers that are not negative. */
  public static double notNegative(String what, double value) {
    return between(what, value, 0, Double.MAX_VALUE);
  }

  public static long notNegative(String what, long value) {
    return between(what, value, 0, Long.MAX_VALUE);
  }
}
