package dev.libra.payment;

import dev.libra.payment.mongo.MongoLedger;
import dev.libra.payment.mongo.MongoPayments;
import dev.libra.payment.provider.EmulatedProvider;
import dev.libra.payment.provider.ProviderClient;
import dev.libra.service.ReplicaSettings;
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
import java.time.Clock;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Puts payment together; an impossible setting stops its start. */
@ApplicationScoped
public class PaymentWiring {

  @Produces
  @Singleton
  PaymentSettings settings(Config config) {
    return PaymentSettings.read(config);
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
  EmulatedProvider provider(PaymentSettings settings, ReplicaSettings replica, Store store) {
    return new EmulatedProvider(
        settings.provider(), new MongoLedger(store), new SplittableRandom(replica.seed() + 1));
  }

  @Produces
  @Singleton
  Checkout checkout(Store store, ProviderClient client, PaymentSettings settings, Clock clock) {
    return new Checkout(new MongoPayments(store), client::charge, settings.maxAmountCents(), clock);
  }

  @Produces
  @Startup
  @ApplicationScoped
  HealthCheck started(Checkout checkout) {
    return () -> HealthCheckResponse.up("wired");
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck ready(Store store) {
    return () -> Probe.of("store", store::ping);
  }

  void onStart(@Observes @Initialized(ApplicationScoped.class) Object start, Checkout checkout) {
    // Its parameter is made here: at start-up, not by the first request.
  }
}
