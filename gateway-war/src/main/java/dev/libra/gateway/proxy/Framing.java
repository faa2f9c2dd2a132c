package dev.libra.gateway.proxy;

import java.util.List;
import java.util.Set;

/**
 * Refuses requests whose end two parties could see at different places (RFC 9112 §6): of these
 * request smuggling is made.
 *
 * <p>The server refuses most of them itself. It drops a length beside a coding, though, as RFC 9112
 * §6.3 allows, and would read the body of a POST without either as the next request.
 */
public final class Framing {
  private static final int MOST_DIGITS = 18;
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private Framing() {}

  /** What to answer to such a request, or null if its framing is sound. */
  public static Problem refusal(String method, Headers headers) {
    List<String> lengths = headers.all("Content-Length");
    List<String> codings = headers.all("Transfer-Encoding");
    if (lengths.size() > 1 || !lengths.isEmpty() && !isLength(lengths.get(0))) {
      return Problem.of(400, "Content-Length must be one whole number");
    }
    if (codings.isEmpty()) {
      boolean endless = lengths.isEmpty() && WITH_BODY.contains(method);
      return endless ? Problem.of(411, method + " must say its Content-Length, 0 for none") : null;
    }
    if (!lengths.isEmpty()) {
      return Problem.of(400, "Content-Length and Transfer-Encoding exclude each other");
    }
    return codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked")
        ? null
        : Problem.of(400, "The only Transfer-Encoding that is understood is chunked");
  }

  private static boolean isLength(String text) {
    String digits = text.strip();
    return !digits.isEmpty()
        && digits.length() <= MOST_DIGITS
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
