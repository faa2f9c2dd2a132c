package dev.libra.gateway.proxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/**
 * An error of the gateway's own, in the form of RFC 9457.
 *
 * @param retryAfterS seconds for the {@code Retry-After} field, or 0 for none
 * @param challenge the {@code WWW-Authenticate} field, or an empty text for none
 */
public record Problem(int status, String detail, int retryAfterS, String challenge) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(408, "Request Timeout"),
          Map.entry(411, "Length Required"),
          Map.entry(413, "Content Too Large"),
          Map.entry(414, "URI Too Long"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(431, "Request Header Fields Too Large"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"),
          Map.entry(505, "HTTP Version Not Supported"));

  private static final Set<Integer> ENDING = Set.of(400, 408, 411, 413, 414, 431, 505);

  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(int status, String detail) {
    return new Problem(status, detail, 0, "");
  }

  /** 401 with a challenge (RFC 9110 §11.6.1). */
  public static Problem unauthorized(String detail, String challenge) {
    return new Problem(401, detail, 0, challenge);
  }

  /** What to answer when a request's body could not be read. */
  public static Problem ofBody(Throwable cause) {
    if (cause instanceof BodyTimeoutException) {
      return of(408, cause.getMessage());
    }
    return cause instanceof BodyTooLargeException
        ? of(413, cause.getMessage())
        : of(400, "The request's body could not be read");
  }

  /** Whether it can't be told, or is not worth reading, where the next request begins. */
  public boolean endsConnection() {
    return ENDING.contains(status);
  }

  public Problem retryAfter(int seconds) {
    return new Problem(status, detail, seconds, challenge);
  }

  public byte[] toJson(String instance) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "about:blank");
    body.put("title", TITLES.getOrDefault(status, "Error"));
    body.put("status", status);
    body.put("detail", detail);
    body.put("instance", instance);
    try {
      return JSON.writeValueAsBytes(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
