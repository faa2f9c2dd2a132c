package dev.libra.learning.training;

import dev.libra.learning.agent.AgentSettings;
import dev.libra.learning.dqn.DqnSettings;
import dev.libra.learning.ppo.PpoSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hyper-parameters per agent and environment, from one file of lines {@code
 * agent.preset.parameter=value}; {@code agent.defaults} holds what a preset doesn't say.
 */
public final class Presets {
  private static final String DEFAULTS = "defaults";
  private static final String FILE = "presets.properties";

  private final Map<String, Map<String, String>> presets = new TreeMap<>();

  Presets(Properties properties) {
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      String[] parts = key.split("\\.");
      if (parts.length != 3) {
        throw new IllegalArgumentException(
            "a preset's key must be agent.preset.parameter, was: " + key);
      }
      presets
          .computeIfAbsent(parts[0] + "." + parts[1], k -> new HashMap<>())
          .put(parts[2], properties.getProperty(key));
    }
    names().forEach(name -> read(name, Map.of()));
  }

  /** Those that Libra ships. All are checked at once. */
  public static Presets shipped() {
    Properties properties = new Properties();
    try (InputStream in = Presets.class.getResourceAsStream(FILE);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Presets(properties);
  }

  /** All names, as {@code ppo.cartpole}. */
  public Collection<String> names() {
    return presets.keySet().stream().filter(n -> !n.endsWith("." + DEFAULTS)).toList();
  }

  public AgentSettings get(String agent, String preset) {
    return get(agent, preset, Map.of());
  }

  /**
   * A preset, some of it replaced.
   *
   * @param agent "ppo" or "dqn"
   * @param preset as a rule the environment's name
   * @param overrides values by parameter
   */
  public AgentSettings get(String agent, String preset, Map<String, String> overrides) {
    String name = agent + "." + preset;
    if (!names().contains(name)) {
      throw new IllegalArgumentException("preset must be one of " + names() + ", was: " + name);
    }
    return read(name, overrides);
  }

  private AgentSettings read(String name, Map<String, String> overrides) {
    String agent = name.substring(0, name.indexOf('.'));
    Map<String, String> values =
        new HashMap<>(presets.getOrDefault(agent + "." + DEFAULTS, Map.of()));
    values.putAll(presets.get(name));
    values.putAll(overrides);
    return switch (agent) {
      case "ppo" -> new RecordReader<>(PpoSettings.class, name).read(values);
      case "dqn" -> new RecordReader<>(DqnSettings.class, name).read(values);
      default ->
          throw new IllegalArgumentException(
              "agent must be one of " + List.of("ppo", "dqn") + ", was: " + agent);
    };
  }
}
