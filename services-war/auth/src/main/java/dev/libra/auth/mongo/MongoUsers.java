package dev.libra.auth.mongo;

import dev.libra.auth.User;
import dev.libra.auth.Users;
import dev.libra.service.mongo.Store;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/**
 * Users in the collection {@code users}, the name being the id:
 *
 * <pre>{"_id": "ada", "passwordHash": "PBKDF2WithHmacSHA512:210000:…", "createdAt": ISODate(…)}
 * </pre>
 */
public final class MongoUsers implements Users {
  private static final String COLLECTION = "users";

  private final Store store;

  public MongoUsers(Store store) {
    this.store = store;
  }

  @Override
  public boolean add(User user) {
    Map<String, Object> fields =
        Map.of("passwordHash", user.passwordHash(), "createdAt", Date.from(user.createdAt()));
    return store.insert(COLLECTION, user.name(), fields);
  }

  @Override
  public Optional<User> find(String name) {
    return store.find(COLLECTION, name).map(MongoUsers::user);
  }

  private static User user(Map<String, Object> document) {
    return new User(
        (String) document.get("_id"),
        (String) document.get("passwordHash"),
        ((Date) document.get("createdAt")).toInstant());
  }
}
