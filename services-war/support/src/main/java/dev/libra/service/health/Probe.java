package dev.libra.service.health;

import org.eclipse.microprofile.health.HealthCheckResponse;

/** Turns "it worked" and "it threw" into the answer of a health check. */
public final class Probe {
  private Probe() {}

  /** What is tried. */
  public interface Action {
    void run() throws Exception;
  }

  /** Up if the action returns; down, with the kind of failure only, if it throws. */
  public static HealthCheckResponse of(String name, Action action) {
    try {
      action.run();
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
