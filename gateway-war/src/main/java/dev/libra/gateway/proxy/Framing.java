package dev.libra.gateway.proxy;

import java.util.List;
import java.util.Set;

/**
 * Refuses requests whose end two parties could see at different places (RFC 9112 §6): of these
 * request smuggling is made, and the container lets them pass.
 *
 * <p>Not all of them come here. Liberty 26.0.0.3 drops a Content-Length that is no number, so a
 * method that wants a body must come with a length or a coding: what follows a head without either
 * would be read as the next request. Of two lengths, and of a length beside a coding, Liberty keeps
 * one and closes the connection after the answer: for the latter RFC 9112 §6.3 allows it, for the
 * former it wants a 400, but nothing that is left to an application tells the two lengths.
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
