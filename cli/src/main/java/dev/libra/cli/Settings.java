package dev.libra.cli;

import dev.libra.cli.workspace.Workspace;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The user's settings: environment variables first, then {@code .libra/libra.properties}. */
final class Settings {
  private final Map<String, String> environment = new TreeMap<>();

  private Settings() {}

  /**
   * Reads and checks both.
   *
   * @throws CliException naming a key that is not documented
   */
  static Settings read(Workspace workspace, Map<String, String> environment, KnownKeys known) {
    Settings settings = new Settings();
    Path file = workspace.home().root().resolve("libra.properties");
    settings.add(properties(file), known, " in " + file);
    Map<String, String> own = new TreeMap<>(environment);
    own.keySet().removeIf(name -> !name.startsWith("LIBRA_"));
    settings.add(own, known, " in the environment");
    return settings;
  }

  static Settings read(Workspace workspace) {
    return read(workspace, System.getenv(), KnownKeys.documented());
  }

  /** The settings as environment variables for the processes that are started. */
  Map<String, String> asEnvironment() {
    return Map.copyOf(environment);
  }

  String text(String key, String byDefault) {
    return environment.getOrDefault(variable(key), byDefault);
  }

  /** A TCP port. */
  int port(String key, int byDefault) {
    String value = text(key, Integer.toString(byDefault));
    if (!value.matches("\\d{1,5}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > 65_535) {
      throw new CliException(key + " must be a port from 1 to 65535, was: " + value);
    }
    return Integer.parseInt(value);
  }

  private void add(Map<String, String> more, KnownKeys known, String where) {
    more.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw new CliException(
                "unknown setting " + key + where + ": did you mean " + known.closest(key) + "?");
          }
          environment.put(variable(key), value.strip());
        });
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static Map<String, String> properties(Path file) {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new CliException("can't read " + file + ": " + e.getMessage(), e);
      }
    }
    Map<String, String> map = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
    return map;
  }
}
