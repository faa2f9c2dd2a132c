package dev.libra.gateway.proxy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which header fields pass the gateway.
 *
 * <p>Hop-by-hop fields end here (RFC 9110 §7.6.1). {@code Forwarded} (RFC 7239) and {@code
 * X-Forwarded-*} are set by the gateway; what the client sent of them is kept, and added to, only
 * if it comes from a trusted proxy.
 */
public final class HeaderRules {
  private static final Set<String> HOP_BY_HOP =
      Set.of(
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
  private static final Set<String> OWN_IN_REQUEST =
      Set.of("host", "content-length", "expect", "via");

  private static final Set<String> FORWARDED =
      Set.of(
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto",
          "x-forwarded-port",
          "x-forwarded-prefix",
          "x-forwarded-server",
          "x-real-ip");

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
    Set<String> dropped = connectionOptions(in);
    boolean trusted = trustedProxies.contains(request.peer());
    Headers out =
        in.without(
            name ->
                HOP_BY_HOP.contains(name)
                    || OWN_IN_REQUEST.contains(name)
                    || FORWARDED.contains(name)
                    || dropped.contains(name));
    out.add("Host", request.host());
    out.add("Via", appended(String.join(", ", in.all("Via")), PSEUDONYM));
    addForwarded(out, request, trusted ? in : new Headers());
    return out;
  }

  /** The fields to send to the client. */
  public Headers toClient(Headers in) {
    Set<String> dropped = connectionOptions(in);
    return in.without(name -> HOP_BY_HOP.contains(name) || dropped.contains(name));
  }

  private static void addForwarded(Headers out, RequestHead request, Headers believed) {
    String element =
        "for=" + node(request.peer()) + ";host=" + quoted(request.host()) + ";proto=http";
    out.add("Forwarded", appended(String.join(", ", believed.all("Forwarded")), element));
    out.add(
        "X-Forwarded-For",
        appended(String.join(", ", believed.all("X-Forwarded-For")), request.peer()));
    out.add("X-Forwarded-Host", or(believed.first("X-Forwarded-Host"), request.host()));
    out.add("X-Forwarded-Proto", or(believed.first("X-Forwarded-Proto"), "http"));
  }

  /** The names that the message's own {@code Connection} field declares hop-by-hop. */
  private static Set<String> connectionOptions(Headers headers) {
    List<String> fields = headers.all("Connection");
    if (fields.isEmpty()) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    for (String field : fields) {
      for (String name : field.split(",")) {
        names.add(name.trim().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static String node(String address) {
    return address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String appended(String list, String element) {
    return list.isEmpty() ? element : list + ", " + element;
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
