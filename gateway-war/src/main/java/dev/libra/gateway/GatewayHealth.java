package dev.libra.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Started: wired; ready: has an upstream list; live: background work goes on. */
@ApplicationScoped
class GatewayHealth {
  private Gateway gateway;

  /** For the container's proxy. */
  GatewayHealth() {}

  @Inject
  GatewayHealth(Gateway gateway) {
    this.gateway = gateway;
  }

  @Produces
  @Startup
  HealthCheck started() {
    return () -> HealthCheckResponse.up("gateway");
  }

  @Produces
  @Readiness
  HealthCheck ready() {
    return () ->
        HealthCheckResponse.named("upstreams")
            .status(gateway.isReady())
            .withData("version", gateway.upstreamsVersion())
            .build();
  }

  @Produces
  @Liveness
  HealthCheck live() {
    return () -> HealthCheckResponse.named("gateway").status(gateway.isLive()).build();
  }
}
