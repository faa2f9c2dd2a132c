package dev.libra.api;

import dev.libra.control.Controller;
import dev.libra.fleet.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Health of control. A store or a fleet that is away is told as data and makes nothing fail: the
 * loop goes on without them.
 */
@ApplicationScoped
public class HealthChecks {
  @Inject private Controller controller;
  @Inject private Upstreams upstreams;

  @Produces
  @Startup
  HealthCheck started() {
    return () -> HealthCheckResponse.up("libra-control-started");
  }

  @Produces
  @Liveness
  HealthCheck live() {
    return () -> HealthCheckResponse.up("libra-control-live");
  }

  @Produces
  @Readiness
  HealthCheck ready() {
    return () ->
        HealthCheckResponse.named("libra-control-ready")
            .withData("services", controller.status().size())
            .withData("fleetKnown", upstreams.current().isPresent())
            .up()
            .build();
  }
}
