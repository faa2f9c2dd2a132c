package dev.libra.actuation.process;

import dev.libra.actuation.process.ManagedReplica.Phase;
import dev.libra.fleet.LiveFleet;
import dev.libra.fleet.Replica;
import dev.libra.fleet.ReplicaState;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.Processes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The steps from a replica's drain to its end.
 *
 * <p>DRAINING: out of rotation. When every gateway has acknowledged that and a heartbeat after it
 * says that nothing is in flight, or at the drain time-out: SIGTERM and STOPPING, later SIGKILL.
 */
final class ReplicaLifecycle {
  private static final Logger LOG = System.getLogger(ReplicaLifecycle.class.getName());

  /** In this time every living gateway has told a restarted control which list it routes by. */
  private static final Duration GATEWAYS_REPORT = Duration.ofSeconds(3);

  private final ActuatorSettings settings;
  private final LiveFleet fleet;
  private final ProcessRegistry registry;

  ReplicaLifecycle(ActuatorSettings settings, LiveFleet fleet, ProcessRegistry registry) {
    this.settings = settings;
    this.fleet = fleet;
    this.registry = registry;
  }

  /** Takes it out of rotation and remembers that also for a control started later. */
  void drain(ManagedReplica replica, Instant now) {
    replica.draining(fleet.drain(replica.id()), now);
    if (Processes.isAlive(replica.record())) {
      registry.write(replica.record().withDraining());
    }
    LOG.log(Level.INFO, "Draining {0}", replica.id());
  }

  void stop(ManagedReplica replica, Instant now) {
    fleet.drain(replica.id());
    replica.stopping(now);
    Processes.terminate(replica.record());
  }

  /** Goes on with one that drains or stops. */
  void advance(ManagedReplica replica, Instant now) {
    if (replica.is(Phase.DRAINING) && mayStop(replica, now)) {
      stop(replica, now);
    } else if (replica.is(Phase.STOPPING) && !replica.wasKilled()) {
      killIfLate(replica, now);
    }
  }

  private void killIfLate(ManagedReplica replica, Instant now) {
    if (replica.lastsLonger(settings.stopTimeout(), now)) {
      LOG.log(
          Level.WARNING,
          "{0} has not stopped in {1}: killing it",
          replica.id(),
          settings.stopTimeout());
      Processes.kill(replica.record());
      replica.killed();
    }
  }

  private boolean mayStop(ManagedReplica replica, Instant now) {
    Optional<Replica> known = fleet.replica(replica.id());
    if (known.isEmpty() || isIdle(replica, known.get(), now)) {
      return true;
    }
    if (replica.lastsLonger(settings.drainTimeout(), now)) {
      LOG.log(
          Level.WARNING,
          "{0} still has {1} requests in flight after {2}: stopping it all the same",
          replica.id(),
          known.get().inFlight(),
          settings.drainTimeout());
      return true;
    }
    return false;
  }

  private boolean isIdle(ManagedReplica replica, Replica known, Instant now) {
    boolean gatewaysKnown = replica.watchedSince().plus(GATEWAYS_REPORT).isBefore(now);
    if (!gatewaysKnown || !fleet.isAcknowledged(replica.drainVersion())) {
      return false;
    }
    replica.acknowledged(now);
    return known.is(ReplicaState.DRAINING)
        && known.heardAt() != null
        && known.heardAt().isAfter(replica.acknowledgedAt())
        && known.inFlight() == 0;
  }
}
