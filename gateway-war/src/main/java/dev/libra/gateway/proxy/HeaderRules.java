package dev.libra.gateway.proxy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which header fields pass the gateway.
 *
 * <p>Hop-by-hop fields end here (RFC 9110 §7.6.1), but for the wish for a WebSocket; no other
 * protocol is passed on, since what follows would pass unchecked. {@code Forwarded} (RFC 7239) and
 * {@code X-Forwarded-*} are set by the gateway; what the client sent of them is kept, and added to,
 * only if it comes from a trusted proxy.
 */
public final class HeaderRules {
  private static final List<String> HOP_BY_HOP =
      List.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  /** Fields the gateway writes itself. */
  private static final List<String> OWN_IN_REQUEST =
      List.of("host", "content-length", "expect", "via");

  private static final List<String> FORWARDED =
      List.of(
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto",
          "x-forwarded-port",
          "x-forwarded-prefix",
          "x-forwarded-server",
          "x-real-ip");

  private static final NameSet DROPPED_IN_REQUEST =
      new NameSet(Stream.of(HOP_BY_HOP, OWN_IN_REQUEST, FORWARDED).flatMap(List::stream).toList());
  private static final NameSet DROPPED_IN_ANSWER = new NameSet(HOP_BY_HOP);

  private static final NameSet NONE = new NameSet(List.of());
  private static final String PSEUDONYM = "1.1 libra";

  private final Set<String> trustedProxies;

  /**
   * @param trustedProxies addresses whose {@code Forwarded} and {@code X-Forwarded-*} are believed
   */
  public HeaderRules(Set<String> trustedProxies) {
    this.trustedProxies = Set.copyOf(trustedProxies);
  }

  /** The fields to send to a replica, all but {@code Content-Length}. */
  public Headers toReplica(RequestHead request) {
    Headers in = request.headers();
    boolean trusted = trustedProxies.contains(request.peer());
    Headers out = in.without(DROPPED_IN_REQUEST, connectionOptions(in));
    out.add("Host", request.host());
    out.add("Via", appended(joined(in, "Via"), PSEUDONYM));
    addForwarded(out, request, trusted ? in : new Headers());
    if (request.isUpgrade()) {
      upgrade(out);
    }
    return out;
  }

  /** The status and the fields to send to the client. */
  public ResponseHead toClient(ResponseHead answer) {
    Headers in = answer.headers();
    Headers out = in.without(DROPPED_IN_ANSWER, connectionOptions(in));
    if (answer.status() == 101) {
      upgrade(out);
    }
    return new ResponseHead(answer.status(), out);
  }

  private static void upgrade(Headers out) {
    out.add("Connection", "Upgrade");
    out.add("Upgrade", RequestHead.WEBSOCKET);
  }

  private static void addForwarded(Headers out, RequestHead request, Headers believed) {
    String element =
        "for=" + node(request.peer()) + ";host=" + quoted(request.host()) + ";proto=http";
    out.add("Forwarded", appended(joined(believed, "Forwarded"), element));
    out.add("X-Forwarded-For", appended(joined(believed, "X-Forwarded-For"), request.peer()));
    out.add("X-Forwarded-Host", or(believed.first("X-Forwarded-Host"), request.host()));
    out.add("X-Forwarded-Proto", or(believed.first("X-Forwarded-Proto"), "http"));
  }

  /** The names that the message's own {@code Connection} field declares hop-by-hop. */
  private static NameSet connectionOptions(Headers headers) {
    List<String> fields = headers.all("Connection");
    if (fields.isEmpty()) {
      return NONE;
    }
    Set<String> names = new HashSet<>();
    for (String field : fields) {
      for (String name : field.split(",")) {
        names.add(name.trim());
      }
    }
    return new NameSet(names);
  }

  private static String joined(Headers headers, String name) {
    List<String> values = headers.all(name);
    return values.isEmpty() ? "" : String.join(", ", values);
  }

  private static String node(String address) {
    return address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
  }

  private static String quoted(String text) {
    if (text.indexOf('"') < 0 && text.indexOf('\\') < 0) {
      return '"' + text + '"';
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String appended(String list, String element) {
    return list.isEmpty() ? element : list + ", " + element;
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
