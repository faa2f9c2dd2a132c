package dev.libra.traffic.call;

/**
 * One request to the gateway.
 *
 * @param service whom it is for
 * @param path with the query, beginning with a slash
 * @param token of the user, or null without one
 * @param idempotencyKey or null
 * @param body JSON, or null
 */
public record Call(
    String service, String method, String path, String token, String idempotencyKey, String body) {

  static Call get(String service, String path, String token) {
    return new Call(service, "GET", path, token, null, null);
  }

  static Call post(String service, String path, String token, String idempotencyKey, String body) {
    return new Call(service, "POST", path, token, idempotencyKey, body);
  }
}
