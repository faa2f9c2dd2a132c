package dev.libra.gateway.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Header fields in the order received; names are compared without regard to case. */
public final class Headers {
  private static final int USUAL = 20;

  private final List<String> names = new ArrayList<>(USUAL);
  private final List<String> values = new ArrayList<>(USUAL);

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
    List<String> found = List.of();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        found = found.isEmpty() ? new ArrayList<>(2) : found;
        found.add(values.get(i));
      }
    }
    return found;
  }

  /** In order; the value at the same index is the field's. */
  List<String> names() {
    return names;
  }

  List<String> values() {
    return values;
  }

  public boolean has(String name) {
    return first(name) != null;
  }

  public void forEach(BiConsumer<String, String> action) {
    for (int i = 0; i < names.size(); i++) {
      action.accept(names.get(i), values.get(i));
    }
  }

  /** A copy without the fields that either set names. */
  Headers without(NameSet some, NameSet others) {
    Headers kept = new Headers();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!some.contains(name) && !others.contains(name)) {
        kept.add(name, values.get(i));
      }
    }
    return kept;
  }
}
