package dev.libra.learning.training;

import dev.libra.learning.agent.AgentSettings;
import dev.libra.learning.dqn.DqnSettings;
import dev.libra.learning.ppo.PpoSettings;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Hyper-parameters as text by name, as in the presets' file and in a policy's description. */
public final class SettingsText {
  private SettingsText() {}

  /**
   * Reads what {@link #write} gives.
   *
   * @param algorithm "ppo" or "dqn"
   * @param where the values come from, for messages
   * @param values all of them: an unknown, missing or impossible one is refused by name
   */
  public static AgentSettings read(String algorithm, String where, Map<String, String> values) {
    return switch (algorithm) {
      case "ppo" -> new RecordReader<>(PpoSettings.class, where).read(values);
      case "dqn" -> new RecordReader<>(DqnSettings.class, where).read(values);
      default ->
          throw new IllegalArgumentException(
              "agent must be one of " + List.of("ppo", "dqn") + ", was: " + algorithm);
    };
  }

  /** Every hyper-parameter, in the record's order. */
  public static Map<String, String> write(AgentSettings settings) {
    Map<String, String> values = new LinkedHashMap<>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      try {
        values.put(component.getName(), text(component.getAccessor().invoke(settings)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return values;
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
    return value.toString().toLowerCase(Locale.ROOT);
  }
}
