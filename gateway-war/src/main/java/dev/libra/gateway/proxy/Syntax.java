package dev.libra.gateway.proxy;

import java.util.List;

/**
 * Refuses heads that are no HTTP/1.1 (RFC 9110 §5.1, §5.5, §5.6.2, RFC 9112 §2.3, §3.2) though the
 * server lets them pass: a replica might take them for something else, or say nothing at all.
 */
public final class Syntax {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final boolean[] TOKEN = token();

  private Syntax() {}

  private static boolean[] token() {
    boolean[] allowed = new boolean[128];
    for (char c = 0; c < allowed.length; c++) {
      allowed[c] = Character.isLetterOrDigit(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }
    return allowed;
  }

  /**
   * What to answer to such a request, or null if its head is sound.
   *
   * @param protocol as the request line names it
   */
  public static Problem refusal(String protocol, RequestHead head) {
    if (!protocol.equals("HTTP/1.1") && !protocol.equals("HTTP/1.0")) {
      return Problem.of(505, "HTTP/1.1 and HTTP/1.0 are understood");
    }
    if (!isToken(head.method())) {
      return Problem.of(400, "The method must be a token");
    }
    if (!isTarget(head.target())) {
      return Problem.of(400, "The target must be printable ASCII without spaces");
    }
    if (protocol.equals("HTTP/1.1") && head.headers().all("Host").size() != 1) {
      return Problem.of(400, "There must be one Host");
    }
    List<String> names = head.headers().names();
    List<String> values = head.headers().values();
    for (int i = 0; i < names.size(); i++) {
      if (!isToken(names.get(i)) || !isValue(values.get(i))) {
        return Problem.of(400, "Field names must be tokens, and values without control characters");
      }
    }
    return null;
  }

  private static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= TOKEN.length || !TOKEN[c]) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isTarget(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
        return false;
      }
    }
    return true;
  }

  private static boolean isValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\t' || c == 127) {
        return false;
      }
    }
    return true;
  }
}
