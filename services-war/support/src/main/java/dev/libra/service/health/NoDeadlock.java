package dev.libra.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A process with deadlocked threads never recovers: it should be replaced. */
@Liveness
@ApplicationScoped
public class NoDeadlock implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    boolean none = ManagementFactory.getThreadMXBean().findDeadlockedThreads() == null;
    return HealthCheckResponse.named("no-deadlock").status(none).build();
  }
}
