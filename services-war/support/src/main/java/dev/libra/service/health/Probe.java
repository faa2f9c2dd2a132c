package dev.libra.service.health;

import java.util.concurrent.Callable;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Turns "it worked" and "it threw" into the answer of a health check. */
public final class Probe {
  private Probe() {}

  /** Up if the action returns; down, with the kind of failure only, if it throws. */
  public static HealthCheckResponse of(String name, Callable<?> action) {
    try {
      action.call();
      return HealthCheckResponse.up(name);
    } catch (Exception e) {
      // Health is public: an exception's message may hold addresses.
      return HealthCheckResponse.named(name)
          .down()
          .withData("failure", e.getClass().getSimpleName())
          .build();
    }
  }
}
