package dev.libra.gateway;

import dev.libra.fleet.Check;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Reads typed values; every complaint names its key. */
final class ConfigReader {
  private final Config config;

  ConfigReader(Config config) {
    this.config = config;
  }

  String text(String key, String otherwise) {
    return config.getOptionalValue(key, String.class).orElse(otherwise);
  }

  /** The items of a list separated by commas; none for a blank one. */
  List<String> list(String key, String otherwise) {
    String text = text(key, otherwise).strip();
    return text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*"));
  }

  Duration millis(String key, long otherwise, long min) {
    return Duration.ofMillis(whole(key, otherwise, min, 600_000));
  }

  long whole(String key, long otherwise, long min, long max) {
    String text = text(key, Long.toString(otherwise));
    try {
      return Check.between(key, Long.parseLong(text.strip()), min, max);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " must be a whole number, was: " + text, e);
    }
  }

  double number(String key, double otherwise, double min, double max) {
    String text = text(key, Double.toString(otherwise));
    try {
      return Check.between(key, Double.parseDouble(text.strip()), min, max);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " must be a number, was: " + text, e);
    }
  }
}
