package dev.libra.traffic;

import dev.libra.traffic.engine.EngineSettings;
import dev.libra.traffic.report.ControlHistory;
import dev.libra.traffic.run.RunSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the traffic process is told by its environment. */
record TrafficSettings(String host, int port, RunSettings runs, String clusterToken) {

  /**
   * @throws IllegalArgumentException naming the key that is missing or impossible
   */
  static TrafficSettings from(Map<String, String> environment) {
    String home = environment.get("LIBRA_HOME");
    String token = token(environment);
    URI control =
        URI.create(environment.getOrDefault("LIBRA_CONTROL_URL", "http://127.0.0.1:9080"));
    return new TrafficSettings(
        environment.getOrDefault("LIBRA_TRAFFIC_HOST", "127.0.0.1"),
        (int) number(environment, "libra.traffic.port", 9070, 1, 65_535),
        new RunSettings(
            targets(environment),
            number(environment, "libra.traffic.max-rate", 20_000, 1, 1_000_000),
            home == null ? null : Path.of(home),
            new ControlHistory(control, token)),
        token);
  }

  private static List<EngineSettings> targets(Map<String, String> environment) {
    String gateway = environment.getOrDefault("LIBRA_GATEWAY_URL", "http://127.0.0.1:8080");
    String targets = environment.getOrDefault("LIBRA_TRAFFIC_TARGETS", gateway);
    long timeoutMs = number(environment, "libra.traffic.timeout-ms", 60_000, 1, 600_000);
    long inFlight = number(environment, "libra.traffic.max-in-flight", 20_000, 1, 1_000_000);
    try {
      return Arrays.stream(targets.split(","))
          .map(url -> URI.create(url.strip()))
          .map(url -> new EngineSettings(url, Duration.ofMillis(timeoutMs), (int) inFlight))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "libra.traffic.targets must be http addresses separated by commas, was: " + targets, e);
    }
  }

  private static long number(
      Map<String, String> environment, String key, long byDefault, long min, long max) {
    String value = environment.get(key.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_"));
    if (value == null) {
      return byDefault;
    }
    if (value.matches("\\d{1,9}") && Long.parseLong(value) >= min && Long.parseLong(value) <= max) {
      return Long.parseLong(value);
    }
    throw new IllegalArgumentException(
        key + " must be a whole number from " + min + " to " + max + ", was: " + value);
  }

  private static String token(Map<String, String> environment) {
    String file = environment.get("LIBRA_CLUSTER_TOKEN_FILE");
    if (file == null) {
      throw new IllegalArgumentException("libra.cluster-token-file is missing");
    }
    try {
      String token = Files.readString(Path.of(file)).strip();
      if (token.length() < 20) {
        throw new IllegalArgumentException("libra.cluster-token-file " + file + " holds no token");
      }
      return token;
    } catch (IOException e) {
      throw new IllegalArgumentException("can't read libra.cluster-token-file " + file, e);
    }
  }

  @Override
  public String toString() {
    return "TrafficSettings[" + host + ":" + port + " to " + runs.targets() + "]";
  }
}
