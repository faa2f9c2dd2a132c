package dev.libra.gateway;

import dev.libra.fleet.Check;
import dev.libra.gateway.balance.QueueLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Reads the gateway's settings from MicroProfile Config; every complaint names its key. */
final class GatewayConfig {
  private static final String OWN = "libra.gateway.";
  private static final Set<String> OWN_KEYS =
      Set.of(
          "libra.gateway.port",
          "libra.gateway.url",
          "libra.gateway.max-body-bytes",
          "libra.gateway.queue-limit",
          "libra.gateway.queue-timeout-ms",
          "libra.gateway.timeout-ms",
          "libra.gateway.connect-timeout-ms",
          "libra.gateway.retries",
          "libra.gateway.retry-budget",
          "libra.gateway.trusted-proxies",
          "libra.gateway.event-loops");

  private final Config config;

  GatewayConfig(Config config) {
    this.config = config;
  }

  GatewaySettings read() {
    refuseUnknownKeys();
    return new GatewaySettings(
        text("libra.process", "gateway"),
        Path.of(text("libra.home", ".libra")),
        URI.create(text("libra.control.url", "http://127.0.0.1:9080")),
        List.of(text("libra.services", "auth,search,recommendation,payment").split("\\s*,\\s*")),
        (int) whole("libra.gateway.max-body-bytes", 1 << 20, 0, 1 << 30),
        new QueueLimits(
            (int) whole("libra.gateway.queue-limit", 10_000, 0, 1_000_000),
            millis("libra.gateway.queue-timeout-ms", 30_000)),
        millis("libra.gateway.timeout-ms", 30_000),
        millis("libra.gateway.connect-timeout-ms", 1_000),
        (int) whole("libra.gateway.retries", 2, 0, 10),
        fraction("libra.gateway.retry-budget", 0.2),
        trustedProxies(),
        (int) whole("libra.gateway.event-loops", defaultEventLoops(), 1, 256));
  }

  private static int defaultEventLoops() {
    return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors() / 2));
  }

  private Set<String> trustedProxies() {
    String list = text("libra.gateway.trusted-proxies", "").strip();
    return list.isEmpty() ? Set.of() : new HashSet<>(List.of(list.split("\\s*,\\s*")));
  }

  /**
   * Keys of other processes are theirs to judge.
   *
   * <p>Names are compared in the form of environment variables: of LIBRA_GATEWAY_TIMEOUT_MS the
   * configuration also makes up the name libra.gateway.timeout.ms.
   */
  private void refuseUnknownKeys() {
    Set<String> known = new HashSet<>();
    OWN_KEYS.forEach(key -> known.add(environmentName(key)));
    for (String name : config.getPropertyNames()) {
      String comparable = environmentName(name);
      if (comparable.startsWith(environmentName(OWN)) && !known.contains(comparable)) {
        throw new IllegalArgumentException(
            "unknown configuration key %s; known are %s"
                .formatted(name, OWN_KEYS.stream().sorted().toList()));
      }
    }
  }

  private static String environmentName(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private String text(String key, String otherwise) {
    return config.getOptionalValue(key, String.class).orElse(otherwise);
  }

  private Duration millis(String key, long otherwise) {
    return Duration.ofMillis(whole(key, otherwise, 1, 600_000));
  }

  private long whole(String key, long otherwise, long min, long max) {
    String text = text(key, Long.toString(otherwise));
    try {
      return Check.between(key, Long.parseLong(text.strip()), min, max);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " must be a whole number, was: " + text, e);
    }
  }

  private double fraction(String key, double otherwise) {
    String text = text(key, Double.toString(otherwise));
    try {
      return Check.between(key, Double.parseDouble(text.strip()), 0, 1);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " must be a number, was: " + text, e);
    }
  }
}
