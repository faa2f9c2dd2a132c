package dev.libra.gateway.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Header fields in the order received; names are compared without regard to case. */
public final class Headers {
  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  public Headers add(String name, String value) {
    names.add(name);
    values.add(value);
    return this;
  }

  /** The field's first value, or null. */
  public String first(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return values.get(i);
      }
    }
    return null;
  }

  public List<String> all(String name) {
    List<String> found = new ArrayList<>(2);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        found.add(values.get(i));
      }
    }
    return found;
  }

  public boolean has(String name) {
    return first(name) != null;
  }

  public void forEach(BiConsumer<String, String> action) {
    for (int i = 0; i < names.size(); i++) {
      action.accept(names.get(i), values.get(i));
    }
  }

  /** A copy without the fields whose lower-case name the predicate accepts. */
  Headers without(Predicate<String> lowerCaseName) {
    Headers kept = new Headers();
    forEach(
        (name, value) -> {
          if (!lowerCaseName.test(name.toLowerCase(Locale.ROOT))) {
            kept.add(name, value);
          }
        });
    return kept;
  }
}
