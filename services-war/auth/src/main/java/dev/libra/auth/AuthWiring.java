package dev.libra.auth;

import dev.libra.auth.key.SigningKeys;
import dev.libra.auth.key.TokenIssuer;
import dev.libra.auth.mongo.MongoUsers;
import dev.libra.service.Settings;
import dev.libra.service.health.Probe;
import dev.libra.service.mongo.Store;
import dev.libra.service.mongo.StoreSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Puts auth together; an impossible setting or unreadable key file stops its start. */
@ApplicationScoped
public class AuthWiring {

  @Produces
  @Singleton
  AuthSettings settings(Config config) {
    return AuthSettings.read(config);
  }

  @Produces
  @Singleton
  Store store(Config config) {
    return new Store(StoreSettings.read(new Settings(config)));
  }

  void close(@Disposes Store store) {
    store.close();
  }

  @Produces
  @Singleton
  SigningKeys keys(AuthSettings settings) {
    return SigningKeys.loadOrCreate(settings.secretsDirectory().resolve("jwt-keys.json"));
  }

  @Produces
  @Singleton
  TokenIssuer tokens(SigningKeys keys, AuthSettings settings, Clock clock) {
    return new TokenIssuer(keys, settings.tokenLifetime(), clock);
  }

  @Produces
  @Singleton
  Accounts accounts(Store store, Pbkdf2PasswordHash hash, AuthSettings settings, Clock clock) {
    hash.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", Integer.toString(settings.pbkdf2Iterations()),
            "Pbkdf2PasswordHash.SaltSizeBytes", "32"));
    return new Accounts(new MongoUsers(store), new Passwords(hash), clock);
  }

  @Produces
  @Startup
  @ApplicationScoped
  HealthCheck started(SigningKeys keys) {
    return () -> Probe.of("keys", keys::publicJson);
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck ready(Store store) {
    return () -> Probe.of("store", store::ping);
  }

  void onStart(
      @Observes @Initialized(ApplicationScoped.class) Object start,
      TokenIssuer tokens,
      Accounts accounts) {
    // Its parameters are made here: at start-up, not by the first request.
  }
}
