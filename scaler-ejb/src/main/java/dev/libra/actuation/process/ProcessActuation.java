package dev.libra.actuation.process;

import dev.libra.actuation.Actuator;
import dev.libra.fleet.LiveFleet;
import dev.libra.fleet.ServiceSpec;
import dev.libra.process.LibraHome;
import dev.libra.process.ProcessRegistry;
import java.time.Clock;
import java.util.List;

/** Puts the process actuator together. */
public final class ProcessActuation implements AutoCloseable {
  private final ProcessActuator actuator;

  /** Adopts the replicas that run and starts to reconcile. */
  public ProcessActuation(
      List<ServiceSpec> services,
      ActuatorSettings settings,
      LibertyReplicaSettings replicas,
      LiveFleet fleet,
      Clock clock) {
    this.actuator =
        actuator(services, settings, replicas.home(), new LibertyReplicas(replicas), fleet, clock);
  }

  public Actuator actuator() {
    return actuator;
  }

  /** Stops reconciling; the replicas go on. */
  @Override
  public void close() {
    actuator.close();
  }

  static ProcessActuator actuator(
      List<ServiceSpec> services,
      ActuatorSettings settings,
      LibraHome home,
      ReplicaLauncher launcher,
      LiveFleet fleet,
      Clock clock) {
    ProcessRegistry registry = new ProcessRegistry(home);
    Surroundings around =
        new Surroundings(
            settings,
            fleet,
            registry,
            launcher,
            new ReplicaLifecycle(settings, fleet, registry),
            new Hearing(fleet, services.stream().map(ServiceSpec::name).toList()),
            new ReplicaLogs(home));
    return new ProcessActuator(services, around, new Adoption(home, registry), clock);
  }
}
