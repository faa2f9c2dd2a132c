package dev.libra.gateway;

import dev.libra.fleet.Check;
import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.Upstream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A route to upstreams that don't register with control.
 *
 * @param prefix first path segments of its requests, for example {@code /shop}; {@code /} for all
 *     that no other route takes
 * @param urls the upstreams, without a path
 * @param concurrency requests that each upstream works on at once
 */
public record StaticRoute(String name, String prefix, List<URI> urls, int concurrency) {
  static final String KEYS = "libra.gateway.routes.";

  public StaticRoute {
    Check.name(KEYS + "<name>", name);
    String key = KEYS + name;
    if (prefix == null || !prefix.matches("/|(/[A-Za-z0-9._~%-]+)+")) {
      throw new IllegalArgumentException(key + ": the path must look like /shop, was: " + prefix);
    }
    urls = List.copyOf(urls);
    Check.between(key + ": number of upstreams", urls.size(), 1, 1000);
    if (new HashSet<>(urls).size() < urls.size()) {
      throw new IllegalArgumentException(key + " names an upstream twice: " + urls);
    }
    urls.forEach(url -> requireAddress(key, url));
    Check.between("libra.gateway.route." + name + ".concurrency", concurrency, 1, 10_000);
  }

  /** Reads {@code <path prefix> <url>[,<url>…]}. */
  static StaticRoute parse(String name, String text, int concurrency) {
    String[] parts = text.strip().split("\\s+", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException(
          KEYS + name + " must be <path> <url>[,<url>…], was: " + text);
    }
    List<URI> urls = new ArrayList<>();
    for (String url : parts[1].split("\\s*,\\s*")) {
      urls.add(URI.create(url));
    }
    return new StaticRoute(name, parts[0], urls, concurrency);
  }

  private static void requireAddress(String key, URI url) {
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!http
        || url.getHost() == null
        || !url.getRawPath().matches("/?")
        || url.getQuery() != null) {
      throw new IllegalArgumentException(
          key + ": an upstream must be an http(s) address without a path, was: " + url);
    }
  }

  String key() {
    return KEYS + name;
  }

  /** The upstreams as replicas that are always ready. */
  List<Upstream> upstreams() {
    List<Upstream> upstreams = new ArrayList<>();
    for (int i = 0; i < urls.size(); i++) {
      upstreams.add(
          new Upstream(name + "-" + (i + 1), urls.get(i), ReplicaState.READY, concurrency));
    }
    return upstreams;
  }
}
