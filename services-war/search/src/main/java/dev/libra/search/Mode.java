package dev.libra.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the words of a query are matched. */
public enum Mode {
  /** As they are. */
  TERMS,
  /** Up to two letters off. */
  FUZZY,
  /** As the beginnings of words. */
  PREFIX;

  static Optional<Mode> named(String name) {
    return Arrays.stream(values()).filter(mode -> mode.wireName().equals(name)).findFirst();
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
