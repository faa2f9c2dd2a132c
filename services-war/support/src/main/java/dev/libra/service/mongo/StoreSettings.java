package dev.libra.service.mongo;

import dev.libra.service.Settings;

/** Where the store is. */
public record StoreSettings(String uri, String database) {

  public static StoreSettings read(Settings settings) {
    String uri = settings.text("libra.mongodb.uri", "mongodb://127.0.0.1:27117/libra");
    if (!uri.startsWith("mongodb://") && !uri.startsWith("mongodb+srv://")) {
      // Not the value itself: it may hold a password.
      throw Settings.invalid("libra.mongodb.uri", "a mongodb:// address", "something else");
    }
    return new StoreSettings(uri, settings.text("libra.mongodb.database", "libra"));
  }

  @Override
  public String toString() {
    return "StoreSettings[database=" + database + "]";
  }
}
