package dev.libra.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;

/** Makes what every replica has; reading its settings at start-up stops it if one is impossible. */
@ApplicationScoped
public class ReplicaWiring {

  @Produces
  @Singleton
  ReplicaSettings settings(Config config) {
    return ReplicaSettings.read(new Settings(config));
  }

  @Produces
  @Singleton
  ServiceTime serviceTime(ReplicaSettings settings) {
    RandomGenerator random = new SplittableRandom(settings.seed());
    return new ServiceTime(settings.serviceTimeMs(), random, System::nanoTime);
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  void onStart(
      @Observes @Initialized(ApplicationScoped.class) Object start, ReplicaSettings settings) {
    System.getLogger(ReplicaWiring.class.getName())
        .log(System.Logger.Level.INFO, "starting with {0}", settings);
  }
}
