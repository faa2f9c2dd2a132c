package dev.libra.api;

import dev.libra.fleet.Check;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads query parameters. */
final class Parameters {
  private static final int MAX_LIMIT = 1000;

  private Parameters() {}

  static int limit(String text) {
    try {
      return (int) Check.between("limit", Long.parseLong(text), 1, MAX_LIMIT);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("limit must be a whole number, was: " + text, e);
    }
  }

  /** Null if there is no such parameter. */
  static Instant instant(String name, String text) {
    try {
      return text == null || text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " must be an ISO-8601 instant, was: " + text, e);
    }
  }
}
