package dev.libra.traffic.call;

/**
 * One request to the gateway.
 *
 * @param service under which it is counted: whom it is for, or {@code bots}
 * @param path with the query, beginning with a slash
 * @param token of the user, or null without one
 * @param idempotencyKey or null
 * @param body JSON, or null
 * @param client which client sends it; each has connections of its own, 0 is everybody else
 */
public record Call(
    String service,
    String method,
    String path,
    String token,
    String idempotencyKey,
    String body,
    int client) {
  /** Bots are counted apart from the services' users, and a refusal is what they deserve. */
  public static final String BOTS = "bots";

  public Call {
    requireVisible("method", method);
    requireVisible("path", path);
    requireVisible("token", token);
    requireVisible("idempotency key", idempotencyKey);
  }

  static Call get(String service, String path, String token) {
    return new Call(service, "GET", path, token, null, null, 0);
  }

  static Call post(String service, String path, String token, String idempotencyKey, String body) {
    return new Call(service, "POST", path, token, idempotencyKey, body, 0);
  }

  public boolean isBot() {
    return BOTS.equals(service);
  }

  /** A line end or a space would make another request of it. */
  private static void requireVisible(String what, String text) {
    for (int i = 0; text != null && i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            what + " must be visible ASCII, has character " + (int) c + " at " + i);
      }
    }
  }
}
