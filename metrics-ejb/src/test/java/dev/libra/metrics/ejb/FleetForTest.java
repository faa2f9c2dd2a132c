package dev.libra.metrics.ejb;

import dev.libra.fleet.LiveFleet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** In control, the scaler makes the fleet. */
@ApplicationScoped
public class FleetForTest {

  @Produces
  @Singleton
  LiveFleet fleet() {
    return new LiveFleet(Clock.systemUTC(), Duration.ZERO, Duration.ofSeconds(5));
  }
}
