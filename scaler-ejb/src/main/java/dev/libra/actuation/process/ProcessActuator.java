package dev.libra.actuation.process;

import dev.libra.actuation.Actuator;
import dev.libra.fleet.Replica;
import dev.libra.fleet.ServiceSpec;
import dev.libra.process.ProcessRecord;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs replicas as processes of this machine. A thread of its own compares what is wanted with what
 * runs, again and again. When control ends, the replicas go on: the next control adopts them.
 */
final class ProcessActuator implements Actuator, AutoCloseable {
  private static final Logger LOG = System.getLogger(ProcessActuator.class.getName());

  private final Map<String, ServiceReconciler> services = new LinkedHashMap<>();
  private final Surroundings around;
  private final Clock clock;
  private final Thread thread;
  private boolean settled;
  private boolean closed;

  /** Adopts what runs and starts to reconcile. */
  ProcessActuator(List<ServiceSpec> services, Surroundings around, Adoption adoption, Clock clock) {
    this.around = around;
    this.clock = clock;
    services.forEach(s -> this.services.put(s.name(), new ServiceReconciler(s, around)));
    adoption.find().forEach(this::adopt);
    this.thread = new Thread(this::run, "libra-actuator");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public int desired(String service) {
    return reconciler(service).desired();
  }

  @Override
  public void scale(String service, int desired) {
    ServiceReconciler reconciler = reconciler(service);
    ServiceSpec spec = reconciler.service();
    if (spec.clamp(desired) != desired) {
      throw new IllegalArgumentException(
          "%s may have %d to %d replicas, was: %d"
              .formatted(service, spec.minReplicas(), spec.maxReplicas(), desired));
    }
    synchronized (this) {
      reconciler.want(desired);
      notifyAll();
    }
  }

  @Override
  public List<Replica> replicas(String service) {
    Set<String> own = ids(reconciler(service));
    return around.fleet().replicas(service).stream().filter(r -> own.contains(r.id())).toList();
  }

  /** Stops reconciling; the replicas go on. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    thread.interrupt();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void adopt(ProcessRecord record) {
    ServiceReconciler reconciler = services.get(record.service());
    if (reconciler == null) {
      LOG.log(
          Level.WARNING,
          "{0} serves {1}, which is not configured: it is left alone",
          record.name(),
          record.service());
      return;
    }
    reconciler.adopt(record, clock.instant());
  }

  private ServiceReconciler reconciler(String service) {
    ServiceReconciler reconciler = services.get(service);
    if (reconciler == null) {
      throw new IllegalArgumentException(
          "service must be one of " + services.keySet() + ", was: " + service);
    }
    return reconciler;
  }

  private void run() {
    try {
      prepare();
      while (!awaitNext()) {
        reconcile();
      }
    } catch (InterruptedException e) {
      LOG.log(Level.INFO, "The actuator was interrupted and ends");
    }
  }

  private void prepare() throws InterruptedException {
    OptionalInt port = freePort();
    if (services.isEmpty() || managed().findAny().isPresent() || port.isEmpty()) {
      return;
    }
    ServiceSpec service = services.values().iterator().next().service();
    try {
      around.launcher().prepare(new ReplicaPlan("training", service, port.getAsInt()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Replicas start without preparation", e);
    }
  }

  private synchronized boolean awaitNext() throws InterruptedException {
    if (!closed) {
      wait(around.settings().interval().toMillis());
    }
    return closed;
  }

  private void reconcile() {
    Instant now = clock.instant();
    for (ServiceReconciler service : thinnestFirst()) {
      try {
        service.reconcile(now, freeStarts(), this::freePort);
        forgetSilentStrangers(service, now);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "The actuator goes on after", e);
      }
    }
    settleFleet();
  }

  /** A service without any replica doesn't wait for the starts of one that only wants more. */
  private List<ServiceReconciler> thinnestFirst() {
    return services.values().stream()
        .sorted(Comparator.comparingInt(s -> s.replicas().size()))
        .toList();
  }

  /** Upstream lists are held back until every adopted replica was heard of or has ended. */
  private void settleFleet() {
    if (!settled && managed().noneMatch(this::isUnheard)) {
      settled = true;
      around.fleet().settled();
    }
  }

  private boolean isUnheard(ManagedReplica replica) {
    return replica.isAdopted()
        && around.fleet().replica(replica.id()).filter(r -> r.heardAt() != null).isEmpty();
  }

  private void forgetSilentStrangers(ServiceReconciler service, Instant now) {
    Set<String> own = ids(service);
    around.fleet().replicas(service.service().name()).stream()
        .filter(r -> !own.contains(r.id()))
        .filter(r -> r.silentFor(around.settings().heartbeatTimeout(), now))
        .forEach(r -> around.fleet().gone(r.id()));
  }

  private int freeStarts() {
    long starting = managed().filter(ManagedReplica::occupiesStart).count();
    return (int) Math.max(0, around.settings().parallelStarts() - starting);
  }

  private OptionalInt freePort() {
    Set<Integer> used = managed().map(r -> r.record().port()).collect(Collectors.toSet());
    return around.settings().ports().firstFree(used::contains);
  }

  private Stream<ManagedReplica> managed() {
    return services.values().stream().flatMap(s -> s.replicas().stream());
  }

  private static Set<String> ids(ServiceReconciler service) {
    return service.replicas().stream().map(ManagedReplica::id).collect(Collectors.toSet());
  }
}
