package dev.libra.control.ejb;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/** Reads settings within their bounds, and knows afterwards which keys there are. */
final class Settings {
  private final Config config;
  private final Set<String> known = new TreeSet<>();

  Settings(Config config) {
    this.config = config;
  }

  String text(String key, String byDefault) {
    known.add(key);
    return config.getOptionalValue(key, String.class).map(String::strip).orElse(byDefault);
  }

  double number(String key, double byDefault, double min, double max) {
    String value = text(key, Double.toString(byDefault));
    try {
      double number = Double.parseDouble(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw invalid(key, "a number from " + min + " to " + max, value, e);
    }
    throw invalid(key, "a number from " + min + " to " + max, value, null);
  }

  int integer(String key, int byDefault, int min, int max) {
    String value = text(key, Integer.toString(byDefault));
    String allowed = "a whole number from " + min + " to " + max;
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw invalid(key, allowed, value, e);
    }
    throw invalid(key, allowed, value, null);
  }

  boolean truth(String key, boolean byDefault) {
    String value = text(key, Boolean.toString(byDefault));
    if (!value.equals("true") && !value.equals("false")) {
      throw invalid(key, "true or false", value, null);
    }
    return value.equals("true");
  }

  Duration seconds(String key, double byDefault, double min, double max) {
    return Duration.ofMillis(Math.round(number(key, byDefault, min, max) * 1000));
  }

  /** Refuses keys under the prefix that nothing has read so far, such as misspelt ones. */
  void rejectUnknown(String prefix) {
    Set<String> allowed = new TreeSet<>();
    known.forEach(key -> allowed.add(comparable(key)));
    for (String name : config.getPropertyNames()) {
      String key = comparable(name);
      if (key.startsWith(comparable(prefix)) && !allowed.contains(key)) {
        throw new IllegalArgumentException(
            "unknown setting " + name + "; under " + prefix + " there are " + under(prefix));
      }
    }
  }

  static IllegalArgumentException invalid(
      String key, String allowed, String value, Throwable cause) {
    return new IllegalArgumentException(key + " must be " + allowed + ", was: " + value, cause);
  }

  private Set<String> under(String prefix) {
    Set<String> keys = new TreeSet<>(known);
    keys.removeIf(key -> !key.startsWith(prefix));
    return keys;
  }

  /** Environment variables are listed as LIBRA_SERVICE_X, whatever the key's own punctuation. */
  private static String comparable(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ".");
  }
}
