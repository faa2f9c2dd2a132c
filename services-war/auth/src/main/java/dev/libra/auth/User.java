package dev.libra.auth;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * Someone who can log in.
 *
 * @param name unique and in lower case
 * @param passwordHash with algorithm, salt and iterations in it
 */
public record User(String name, String passwordHash, Instant createdAt) {

  public User {
    name = key(name);
    Objects.requireNonNull(passwordHash, "passwordHash");
    Objects.requireNonNull(createdAt, "createdAt");
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "User[name=" + name + "]";
  }
}
