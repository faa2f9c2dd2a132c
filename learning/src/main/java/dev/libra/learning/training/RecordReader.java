package dev.libra.learning.training;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes a record from text values by component name, and says what is wrong with them. */
final class RecordReader<R extends Record> {
  private final Class<R> type;
  private final String where;

  /**
   * @param where the values come from, for messages
   */
  RecordReader(Class<R> type, String where) {
    this.type = type;
    this.where = where;
  }

  /** Every component must have a value, and every value a component. */
  R read(Map<String, String> values) {
    RecordComponent[] components = type.getRecordComponents();
    Set<String> names =
        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
    refuse("unknown", values.keySet(), names);
    refuse("missing", names, values.keySet());
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] arguments =
        Arrays.stream(components).map(c -> parse(c, values.get(c.getName()))).toArray();
    try {
      return type.getDeclaredConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(where + ": " + e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void refuse(String what, Set<String> all, Set<String> allowed) {
    Set<String> others = new TreeSet<>(all);
    others.removeAll(allowed);
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          where + ": " + what + " " + others + "; known are " + new TreeSet<>(allowed));
    }
  }

  private Object parse(RecordComponent component, String text) {
    try {
      return parse(component.getType(), text.trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format(
              "%s: %s must be %s, was: %s",
              where, component.getName(), wanted(component.getType()), text),
          e);
    }
  }

  private static Object parse(Class<?> type, String text) {
    if (type == int.class) {
      return Integer.parseInt(text);
    } else if (type == double.class) {
      return Double.parseDouble(text);
    } else if (type == boolean.class) {
      return flag(text);
    } else if (type.isEnum()) {
      return constant(type, text);
    } else if (type == List.class) {
      return text.isEmpty()
          ? List.of()
          : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }
    throw new IllegalStateException("no way to read a " + type);
  }

  private static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return text.equals("true");
  }

  private static Object constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> c.toString().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  private static String wanted(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    } else if (type == List.class) {
      return "whole numbers with a space between";
    } else if (type == boolean.class) {
      return "true or false";
    }
    return type == int.class ? "a whole number" : "a number";
  }
}
