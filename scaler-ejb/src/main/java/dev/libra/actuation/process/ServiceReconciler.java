package dev.libra.actuation.process;

import dev.libra.actuation.process.ManagedReplica.Phase;
import dev.libra.fleet.Replica;
import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.ServiceSpec;
import dev.libra.process.ProcessRecord;
import dev.libra.process.Processes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Compares the replicas of one service with what is wanted, and makes the next step. */
final class ServiceReconciler {
  private static final Logger LOG = System.getLogger(ServiceReconciler.class.getName());

  private final ServiceSpec service;
  private final Surroundings around;
  private final Map<String, ManagedReplica> replicas = new ConcurrentHashMap<>();
  private final Backoff backoff = new Backoff();
  private final ReplicaNames names;
  private volatile int desired;

  ServiceReconciler(ServiceSpec service, Surroundings around) {
    this.service = service;
    this.around = around;
    this.names = new ReplicaNames(around.fleet());
    this.desired = service.minReplicas();
  }

  ServiceSpec service() {
    return service;
  }

  int desired() {
    return desired;
  }

  void want(int count) {
    desired = count;
  }

  Collection<ManagedReplica> replicas() {
    return replicas.values();
  }

  /**
   * Takes over a replica that an earlier control started; those that serve are wanted further on.
   */
  void adopt(ProcessRecord record, Instant now) {
    ManagedReplica replica = new ManagedReplica(record, now, true);
    replicas.put(replica.id(), replica);
    around.fleet().launched(inFleet(record));
    if (record.draining()) {
      around.lifecycle().drain(replica, now);
    }
    desired = service.clamp(active().size());
    LOG.log(Level.INFO, "Adopted {0}, pid {1}", record.name(), Long.toString(record.pid()));
  }

  /**
   * Makes one step; it never waits.
   *
   * @param starts replicas that may be started now
   * @param ports picks the port of a new replica
   */
  void reconcile(Instant now, int starts, PortChoice ports) {
    replicas.values().forEach(replica -> look(replica, now));
    List<ManagedReplica> active = active();
    active.stream()
        .sorted(ScaleDownOrder.by(around.fleet()))
        .limit(Math.max(0, active.size() - desired))
        .forEach(replica -> release(replica, now));
    int missing = Math.min(desired - active.size(), starts);
    for (int i = 0; i < missing && backoff.permits(now); i++) {
      start(ports, now);
    }
  }

  /** Picks the port of a new replica. */
  @FunctionalInterface
  interface PortChoice {
    OptionalInt next();
  }

  private List<ManagedReplica> active() {
    return replicas.values().stream().filter(ManagedReplica::isActive).toList();
  }

  private void look(ManagedReplica replica, Instant now) {
    if (!Processes.isAlive(replica.record())) {
      ended(replica, now);
    } else if (replica.is(Phase.STARTING)) {
      lookAtStarting(replica, now);
    } else if (replica.is(Phase.READY)) {
      lookAtReady(replica, now);
    } else {
      around.lifecycle().advance(replica, now);
    }
  }

  private void lookAtStarting(ManagedReplica replica, Instant now) {
    if (isInFleet(replica, ReplicaState.READY)) {
      replica.ready(now);
      LOG.log(Level.INFO, "{0} is ready", replica.id());
    } else if (replica.lastsLonger(around.settings().startTimeout(), now)) {
      failed(replica, "is not ready after " + around.settings().startTimeout(), now);
      around.lifecycle().stop(replica, now);
    }
  }

  private void lookAtReady(ManagedReplica replica, Instant now) {
    Duration limit = around.settings().heartbeatTimeout();
    if (isInFleet(replica, ReplicaState.DRAINING)) {
      // It says that it is stopping: somebody else ends it.
      around.lifecycle().drain(replica, now);
    } else if (around.hearing().isLost(replica, limit, now)) {
      failed(replica, "lives but has been silent for more than " + limit, now);
      around.lifecycle().stop(replica, now);
    }
  }

  private void release(ManagedReplica replica, Instant now) {
    if (replica.is(Phase.STARTING)) {
      LOG.log(Level.INFO, "Cancelling the start of {0}", replica.id());
      around.lifecycle().stop(replica, now);
    } else {
      around.lifecycle().drain(replica, now);
    }
  }

  private void start(PortChoice ports, Instant now) {
    String id = names.next(service.name(), replicas.keySet(), now);
    try {
      int port =
          ports.next().orElseThrow(() -> new IllegalStateException("no port is free in the range"));
      ProcessRecord record = around.launcher().launch(new ReplicaPlan(id, service, port));
      replicas.put(id, new ManagedReplica(record, now, false));
      around.fleet().launched(inFleet(record));
      LOG.log(Level.INFO, "Starting {0} on port {1}", id, Integer.toString(port));
    } catch (RuntimeException e) {
      Duration delay = backoff.failed(now, Duration.ZERO);
      LOG.log(Level.ERROR, id + " cannot be started, next try in " + delay.toSeconds() + " s", e);
    }
  }

  private void ended(ManagedReplica replica, Instant now) {
    if (replica.isActive()) {
      failed(replica, "has died", now);
    } else {
      LOG.log(Level.INFO, "{0} has ended", replica.id());
    }
    replicas.remove(replica.id());
    names.ended(replica.id(), now);
    around.fleet().gone(replica.id());
    around.registry().remove(replica.id());
    around.launcher().cleanUp(replica.id());
  }

  private void failed(ManagedReplica replica, String how, Instant now) {
    Duration delay = backoff.failed(now, replica.readyFor(now));
    LOG.log(
        Level.WARNING,
        "{0} {1}; replacing it in {2} s. Last lines of its log:\n{3}",
        replica.id(),
        how,
        delay.toSeconds(),
        around.logs().tail(replica.id()));
  }

  private boolean isInFleet(ManagedReplica replica, ReplicaState state) {
    Optional<Replica> known = around.fleet().replica(replica.id());
    return known.isPresent() && known.get().is(state);
  }

  private Replica inFleet(ProcessRecord record) {
    return Replica.starting(
        record.name(), service.name(), ReplicaPlan.url(record.port()), record.startedAt());
  }
}
