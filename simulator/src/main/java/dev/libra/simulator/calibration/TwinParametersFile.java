package dev.libra.simulator.calibration;

import dev.libra.simulator.twin.TwinParameters;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The twin's parameters as lines {@code group.parameter=number}; the groups and parameters are the
 * components of {@link TwinParameters}. All must be there, and no others.
 */
public final class TwinParametersFile {

  private TwinParametersFile() {}

  /**
   * @throws IllegalArgumentException naming file and key if a parameter is missing, unknown or
   *     impossible
   */
  public static TwinParameters read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file + ": " + e.getMessage(), e);
    }
    try {
      return parse(properties);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * @param remark goes into the file's first line
   */
  public static void write(Path file, TwinParameters parameters, String remark) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + remark.replace('\n', ' '));
    for (RecordComponent group : TwinParameters.class.getRecordComponents()) {
      Object values = get(group, parameters);
      for (RecordComponent one : group.getType().getRecordComponents()) {
        lines.add(group.getName() + "." + one.getName() + "=" + get(one, values));
      }
    }
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + file, e);
    }
  }

  private static TwinParameters parse(Properties properties) {
    Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
    Object[] groups =
        Arrays.stream(TwinParameters.class.getRecordComponents())
            .map(group -> group(group, properties, unknown))
            .toArray();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("unknown parameters: " + unknown);
    }
    return (TwinParameters) make(TwinParameters.class, groups);
  }

  private static Object group(RecordComponent group, Properties properties, Set<String> unknown) {
    Object[] numbers =
        Arrays.stream(group.getType().getRecordComponents())
            .map(
                one -> {
                  String key = group.getName() + "." + one.getName();
                  unknown.remove(key);
                  return number(key, properties.getProperty(key), one.getType());
                })
            .toArray();
    return make(group.getType(), numbers);
  }

  private static Object number(String key, String text, Class<?> type) {
    if (text == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    try {
      return type == int.class ? (Object) Integer.valueOf(text.strip()) : Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " must be a number, was: " + text, e);
    }
  }

  private static Object get(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object make(Class<?> type, Object[] values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
