package dev.libra.gateway.proxy;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a client asked for.
 *
 * @param target path and query exactly as received
 * @param peer address of the client, or of the last proxy before the gateway
 * @param host the {@code Host} the client named
 */
public record RequestHead(String method, String target, Headers headers, String peer, String host) {
  static final String WEBSOCKET = "websocket";
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*)(.*)");
  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

  /**
   * A head as it came in; a target in absolute form names the host itself (RFC 9112 §3.2.2).
   *
   * @param address the gateway's own, for clients that name no host
   */
  public static RequestHead of(
      String method, String target, Headers headers, String peer, String address) {
    if (!target.startsWith("/")) {
      Matcher absolute = ABSOLUTE.matcher(target);
      if (absolute.matches()) {
        String rest = absolute.group(2);
        String origin = rest.startsWith("/") ? rest : "/" + rest;
        return new RequestHead(method, origin, headers, peer, absolute.group(1));
      }
    }
    String host = headers.first("Host");
    return new RequestHead(method, target, headers, peer, host == null ? address : host);
  }

  /** Whether the client wants a WebSocket (RFC 6455 §4.1). */
  public boolean isUpgrade() {
    String wanted = headers.first("Upgrade");
    return wanted != null
        && wanted.strip().equalsIgnoreCase(WEBSOCKET)
        && method.equals("GET")
        && headers.all("Connection").stream().anyMatch(RequestHead::namesUpgrade);
  }

  private static boolean namesUpgrade(String options) {
    return Stream.of(options.split(",")).anyMatch(o -> o.strip().equalsIgnoreCase("upgrade"));
  }

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
