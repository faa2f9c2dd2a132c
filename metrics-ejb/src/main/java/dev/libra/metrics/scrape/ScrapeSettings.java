package dev.libra.metrics.scrape;

import dev.libra.fleet.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which metrics pages to read.
 *
 * @param urls per service, one for each replica
 * @param authorization value of the Authorization header, or null
 */
public record ScrapeSettings(Map<String, List<URI>> urls, String authorization) {
  private static final String PREFIX = "libra.metrics.scrape.";
  private static final String ENVIRONMENT_PREFIX = "LIBRA_METRICS_SCRAPE_";
  private static final String CREDENTIALS = "libra.metrics.scrape-credentials-file";

  public ScrapeSettings {
    urls = new TreeMap<>(urls);
  }

  /**
   * Reads {@code libra.metrics.scrape.<service>=<url>[,<url>…]}, as an environment variable {@code
   * LIBRA_METRICS_SCRAPE_<SERVICE>}.
   */
  public static ScrapeSettings from(
      Iterable<String> keys, Function<String, Optional<String>> value) {
    Map<String, List<URI>> urls = new TreeMap<>();
    for (String key : keys) {
      service(key).ifPresent(service -> urls.put(service, urls(key, value.apply(key).orElse(""))));
    }
    return new ScrapeSettings(
        urls, value.apply(CREDENTIALS).map(ScrapeSettings::basic).orElse(null));
  }

  private static Optional<String> service(String key) {
    if (key.startsWith(PREFIX)) {
      return Optional.of(Check.name("service in " + key, key.substring(PREFIX.length())));
    }
    if (key.startsWith(ENVIRONMENT_PREFIX) && !key.endsWith("_CREDENTIALS_FILE")) {
      String service = key.substring(ENVIRONMENT_PREFIX.length()).toLowerCase(Locale.ROOT);
      return Optional.of(Check.name("service in " + key, service.replace('_', '-')));
    }
    return Optional.empty();
  }

  private static List<URI> urls(String key, String value) {
    List<URI> urls = new ArrayList<>();
    for (String part : value.split(",", -1)) {
      urls.add(url(key, part.strip()));
    }
    return List.copyOf(urls);
  }

  private static URI url(String key, String text) {
    String allowed = key + " must be absolute http(s) addresses separated by commas, had: " + text;
    try {
      URI url = URI.create(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(allowed, e);
    }
    throw new IllegalArgumentException(allowed);
  }

  private static String basic(String file) {
    try {
      String credentials = Files.readString(Path.of(file)).strip();
      if (credentials.indexOf(':') < 1) {
        throw new IllegalArgumentException(CREDENTIALS + " must hold user:password");
      }
      byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(CREDENTIALS + ": can't read " + file, e);
    }
  }

  /** Without the credentials: settings get logged. */
  @Override
  public String toString() {
    return "ScrapeSettings" + urls;
  }
}
