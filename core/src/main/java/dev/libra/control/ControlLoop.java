package dev.libra.control;

import dev.libra.decision.Guardrails;
import dev.libra.fleet.ServiceSpec;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Once per tick and service: sample, observation, proposal, verdicts, decision, actuator. */
public final class ControlLoop implements Controller {
  private static final Logger LOG = System.getLogger(ControlLoop.class.getName());

  private final Map<String, ServiceLoop> loops = new LinkedHashMap<>();

  /**
   * @param policies makes each service's own
   * @param staleAfter age from which a sample is reported as stale
   */
  public ControlLoop(
      List<ServiceSpec> services,
      Function<ServiceSpec, ServicePolicies> policies,
      Guardrails guardrails,
      Duration staleAfter,
      ControlPorts ports) {
    for (ServiceSpec service : services) {
      loops.put(
          service.name(),
          new ServiceLoop(service, policies.apply(service), guardrails, staleAfter, ports));
    }
  }

  /** Decides about every service; one that fails doesn't keep the others waiting. */
  public void tick() {
    loops.forEach(
        (name, loop) -> {
          try {
            loop.tick();
          } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "No decision about " + name + " in this tick", e);
          }
        });
  }

  @Override
  public List<ServiceStatus> status() {
    return loops.values().stream().map(ServiceLoop::status).toList();
  }

  @Override
  public void switchMode(String service, Mode mode) {
    ServiceLoop loop = loops.get(service);
    if (loop == null) {
      throw new IllegalArgumentException(
          "service must be one of " + loops.keySet() + ", was: " + service);
    }
    loop.switchTo(mode);
  }
}
