package dev.libra.auth;

import java.util.Optional;

/** Keeps the users. */
public interface Users {

  /**
   * Adds a user; of several with one name only one is added.
   *
   * @return false if the name is taken
   */
  boolean add(User user);

  /** Finds a user by the exact name, which is in lower case. */
  Optional<User> find(String name);
}
