package dev.libra.simulator.twin;

import dev.libra.actuation.Actuator;
import dev.libra.fleet.Replica;
import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.twin.TwinReplica.Phase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Starts and stops replicas in the steps and the order of the process actuator. */
final class SimulatedActuator implements Actuator {

  /** Who goes first: starting ones, then the least busy, then the youngest. */
  private static final Comparator<TwinReplica> SCALE_DOWN_ORDER =
      Comparator.comparing((TwinReplica r) -> r.phase != Phase.STARTING)
          .thenComparing(r -> r.inFlight)
          .thenComparing(r -> r.startedAt, Comparator.reverseOrder())
          .thenComparing(r -> r.index, Comparator.reverseOrder());

  private final ServiceSpec service;
  private final SimulatedFleet fleet;
  private final TwinClock clock;
  private final int parallelStarts;
  private final long drainTimeout;
  private int desired;
  private Instant lastChange;

  SimulatedActuator(
      ServiceSpec service, FleetModel model, SimulatedFleet fleet, TwinClock clock, int desired) {
    this.service = service;
    this.fleet = fleet;
    this.clock = clock;
    this.parallelStarts = model.parallelStarts();
    this.drainTimeout = TwinClock.micros(model.drainTimeoutS());
    this.desired = desired;
  }

  @Override
  public int desired(String name) {
    return desired;
  }

  /** When the wanted count was last changed, or null. */
  Instant lastChange() {
    return lastChange;
  }

  @Override
  public void scale(String name, int count) {
    if (service.clamp(count) != count) {
      throw new IllegalArgumentException(
          "%s may have %d to %d replicas, was: %d"
              .formatted(name, service.minReplicas(), service.maxReplicas(), count));
    }
    desired = count;
    lastChange = clock.instant();
    reconcile();
  }

  @Override
  public List<Replica> replicas(String name) {
    return fleet.replicas().stream().map(r -> r.view(service.name())).toList();
  }

  /** Makes one step towards what is wanted. */
  void reconcile() {
    for (TwinReplica replica : List.copyOf(fleet.replicas())) {
      if (replica.phase == Phase.DRAINING && mayStop(replica)) {
        fleet.stop(replica);
      }
    }
    int surplus = fleet.active() - desired;
    if (surplus > 0) {
      fleet.replicas().stream()
          .filter(TwinReplica::isActive)
          .sorted(SCALE_DOWN_ORDER)
          .limit(surplus)
          .toList()
          .forEach(this::release);
    }
    int missing = Math.min(-surplus, parallelStarts - fleet.starting());
    for (int i = 0; i < missing; i++) {
      fleet.launch();
    }
  }

  /** Whether a step may be due. */
  boolean isBusy() {
    return fleet.active() != desired || fleet.size() != fleet.active();
  }

  private void release(TwinReplica replica) {
    if (replica.phase == Phase.STARTING) {
      fleet.stop(replica);
    } else {
      fleet.drain(replica);
    }
  }

  /** Out of every gateway's rotation, and a heartbeat later than that tells of no request. */
  private boolean mayStop(TwinReplica replica) {
    boolean idle =
        replica.acknowledgedAt >= 0
            && replica.beatAt > replica.acknowledgedAt
            && replica.inFlight == 0;
    return idle || clock.micros() - replica.drainedAt > drainTimeout;
  }
}
