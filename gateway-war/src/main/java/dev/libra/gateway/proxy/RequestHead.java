package dev.libra.gateway.proxy;

import java.util.Set;

/**
 * What a client asked for.
 *
 * @param target path and query exactly as received
 * @param peer address of the client, or of the last proxy before the gateway
 * @param host the {@code Host} the client named
 */
public record RequestHead(String method, String target, Headers headers, String peer, String host) {
  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

  /** Whether executing the request twice does what executing it once does. */
  boolean isIdempotent() {
    return IDEMPOTENT.contains(method) || ("POST".equals(method) && headers.has("Idempotency-Key"));
  }

  /** The target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** A target's first path segment, or an empty string. */
  static String firstSegment(String target) {
    int from = target.startsWith("/") ? 1 : 0;
    int to = from;
    while (to < target.length() && "/?;".indexOf(target.charAt(to)) < 0) {
      to++;
    }
    return target.substring(from, to);
  }
}
