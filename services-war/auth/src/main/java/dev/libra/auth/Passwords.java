package dev.libra.auth;

import jakarta.security.enterprise.identitystore.PasswordHash;
import java.util.Optional;
import java.util.UUID;

/** Hashes and compares passwords, for as long when there is no such user. */
public class Passwords {
  private final PasswordHash hash;
  private final String decoy;

  public Passwords(PasswordHash hash) {
    this.hash = hash;
    this.decoy = hash(UUID.randomUUID().toString());
  }

  public String hash(String password) {
    return hash.generate(password.toCharArray());
  }

  /** Whether the password is the user's; never for an absent user. */
  public boolean matches(Optional<User> user, String password) {
    String expected = user.map(User::passwordHash).orElse(decoy);
    boolean same = hash.verify(password.toCharArray(), expected);
    return same && user.isPresent();
  }
}
