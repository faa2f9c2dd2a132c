package dev.libra.traffic.call;

import java.time.Instant;

/**
 * A user who makes calls.
 *
 * @param token proves who it is until {@code expiresAt}
 */
public record Account(String name, String password, String token, Instant expiresAt) {

  Account with(String newToken, Instant end) {
    return new Account(name, password, newToken, end);
  }

  /** The body of a log-in; name and password are our own and need no escaping. */
  String credentials() {
    return "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
  }

  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
