package dev.libra.auth;

import dev.libra.service.problem.ProblemDetail;
import dev.libra.service.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;

/** Registers users and checks who they are. */
public class Accounts {
  private final Users users;
  private final Passwords passwords;
  private final Clock clock;

  public Accounts(Users users, Passwords passwords, Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.clock = clock;
  }

  public User register(Credentials credentials) {
    User user =
        new User(credentials.name(), passwords.hash(credentials.password()), clock.instant());
    if (!users.add(user)) {
      throw new ProblemException(
          ProblemDetail.of("name-taken", "Name taken", 409, "another user has this name"));
    }
    return user;
  }

  /** Throws the same problem, after the same time, for a wrong password and for no such user. */
  public User logIn(Credentials credentials) {
    Optional<User> user = users.find(User.key(credentials.name()));
    if (!passwords.matches(user, credentials.password())) {
      throw new ProblemException(
          ProblemDetail.of(
              "wrong-credentials", "Wrong credentials", 401, "name or password is wrong"));
    }
    return user.orElseThrow();
  }
}
