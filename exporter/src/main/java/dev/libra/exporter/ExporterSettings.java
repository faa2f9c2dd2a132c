package dev.libra.exporter;

import java.net.URI;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who this replica is and where control is.
 *
 * @param url where the gateway reaches this replica
 * @param cpuLimit cores that count as a CPU of 1.0
 * @param concurrency requests that the replica serves at once
 * @param healthPath of the replica itself; its answer decides whether it is ready
 */
record ExporterSettings(
    URI controlUrl,
    Path tokenFile,
    String replica,
    String service,
    URI url,
    double cpuLimit,
    int concurrency,
    String healthPath) {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

  ExporterSettings {
    require("libra.control.url", "an http(s) URL", controlUrl, isHttp(controlUrl));
    require("libra.replica.id", "a name like search-1", replica, replica.matches(NAME));
    require("libra.replica.service", "a name like search", service, service.matches(NAME));
    require("libra.replica.url", "an http(s) URL", url, isHttp(url));
    require(
        "libra.replica.cpu-limit",
        "a number of cores within 0.01-1024",
        cpuLimit,
        cpuLimit >= 0.01 && cpuLimit <= 1024);
    require(
        "libra.replica.concurrency",
        "a whole number within 1-100000",
        concurrency,
        concurrency >= 1 && concurrency <= 100_000);
    require(
        "libra.exporter.health-path",
        "a path like /health/ready",
        healthPath,
        healthPath.startsWith("/"));
  }

  /** Nothing if no control is configured: the exporter is then off. */
  static Optional<ExporterSettings> read(Function<String, Optional<String>> config) {
    return config.apply("libra.control.url").map(url -> read(URI.create(url), config));
  }

  private static ExporterSettings read(URI controlUrl, Function<String, Optional<String>> config) {
    return new ExporterSettings(
        controlUrl,
        Path.of(required(config, "libra.cluster-token-file")),
        config.apply("libra.replica.id").orElseGet(() -> required(config, "libra.process")),
        config.apply("libra.replica.service").orElseGet(() -> required(config, "libra.service")),
        URI.create(config.apply("libra.replica.url").orElseGet(() -> ownUrl(config))),
        number("libra.replica.cpu-limit", config, 1.0),
        (int) number("libra.replica.concurrency", config, 8),
        config.apply("libra.exporter.health-path").orElse("/health/ready"));
  }

  private static String ownUrl(Function<String, Optional<String>> config) {
    String host = config.apply("libra.http.host").orElse("127.0.0.1");
    return "http://" + host + ":" + required(config, "libra.http.port");
  }

  private static String required(Function<String, Optional<String>> config, String key) {
    return config
        .apply(key)
        .orElseThrow(
            () -> new NoSuchElementException(key + " is needed when libra.control.url is set"));
  }

  private static double number(
      String key, Function<String, Optional<String>> config, double fallback) {
    String value = config.apply(key).orElse(Double.toString(fallback));
    try {
      return Double.parseDouble(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " must be a number, was: " + value, e);
    }
  }

  private static boolean isHttp(URI uri) {
    return uri.getHost() != null
        && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
  }

  private static void require(String key, String allowed, Object value, boolean valid) {
    if (!valid) {
      throw new IllegalArgumentException(key + " must be " + allowed + ", was: " + value);
    }
  }
}
