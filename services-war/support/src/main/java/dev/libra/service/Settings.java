package dev.libra.service;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/**
 * Reads a service's settings with their bounds, and knows afterwards which keys there are.
 *
 * <p>Every process is handed the settings of all: {@link #rejectUnknown} therefore only judges the
 * keys under one prefix that belongs to this service alone.
 */
public final class Settings {
  private final Config config;
  private final Set<String> known = new TreeSet<>();

  public Settings(Config config) {
    this.config = config;
  }

  public int integer(String key, int fallback, int min, int max) {
    String value = text(key, Integer.toString(fallback));
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below: to the reader a word and a number out of bounds are the same mistake.
    }
    throw invalid(key, "a whole number within " + min + "-" + max, value);
  }

  public double number(String key, double fallback, double min, double max) {
    String value = text(key, Double.toString(fallback));
    try {
      double number = Double.parseDouble(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As above.
    }
    throw invalid(key, "a number within " + min + "-" + max, value);
  }

  public String text(String key, String fallback) {
    known.add(key);
    return config.getOptionalValue(key, String.class).map(String::strip).orElse(fallback);
  }

  /** Refuses keys under the prefix that nothing has read so far, such as misspelt ones. */
  public void rejectUnknown(String prefix) {
    Set<String> allowed = new TreeSet<>();
    known.forEach(key -> allowed.add(comparable(key)));
    for (String name : config.getPropertyNames()) {
      String key = comparable(name);
      if (key.startsWith(comparable(prefix)) && !allowed.contains(key)) {
        throw new InvalidSettingException("unknown setting " + name + "; known are " + known);
      }
    }
  }

  public static InvalidSettingException invalid(String key, String allowed, String value) {
    return new InvalidSettingException(key + " must be " + allowed + ", was: " + value);
  }

  /** Environment variables are listed as LIBRA_AUTH_X, whatever the key's own punctuation. */
  private static String comparable(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ".");
  }
}
