package dev.libra.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The replicas of all services, from what the actuator says it started and what heartbeats tell.
 *
 * <p>Just after a restart the fleet is unknown: for {@code settleTime}, or until {@link #settled()}
 * is called, there is no upstream list, so that gateways keep the one they have.
 */
public final class LiveFleet implements Upstreams {
  private final Clock clock;
  private final Duration settleTime;
  private final Duration gatewayTimeout;
  private final Instant bornAt;
  private final Map<String, Replica> replicas = new TreeMap<>();
  private final Map<String, Acknowledgement> acknowledgements = new HashMap<>();
  private boolean settled;
  private long version;

  private record Acknowledgement(long version, Instant at) {}

  /**
   * @param settleTime how long after the start the list is held back
   * @param gatewayTimeout how long a gateway that says nothing any more still has to acknowledge
   */
  public LiveFleet(Clock clock, Duration settleTime, Duration gatewayTimeout) {
    this.clock = clock;
    this.settleTime = settleTime;
    this.gatewayTimeout = gatewayTimeout;
    this.bornAt = clock.instant();
    this.version = bornAt.toEpochMilli();
  }

  /** Adds a replica that was launched or adopted. */
  public synchronized void launched(Replica replica) {
    replicas.put(replica.id(), replica);
    version++;
  }

  /**
   * Takes a heartbeat; a replica that nobody launched here is added, so that users can bring their
   * own.
   */
  public synchronized void heartbeat(Heartbeat beat) {
    Instant now = clock.instant();
    Replica known =
        replicas.getOrDefault(
            beat.replica(), Replica.starting(beat.replica(), beat.service(), beat.url(), now));
    if (!known.service().equals(beat.service())) {
      throw new IllegalArgumentException(
          "replica "
              + beat.replica()
              + " belongs to "
              + known.service()
              + ", not to "
              + beat.service());
    }
    put(known.heard(beat, now));
  }

  /**
   * Takes a replica out of rotation.
   *
   * @return the version of the upstream list from which on no gateway sends it new requests
   */
  public synchronized long drain(String id) {
    change(id, Replica::draining);
    return version;
  }

  /** Forgets a replica that has ended. */
  public synchronized void gone(String id) {
    if (replicas.remove(id) != null) {
      version++;
    }
  }

  /** Says that all replicas that run are known now. */
  public synchronized void settled() {
    settled = true;
  }

  public synchronized Optional<Replica> replica(String id) {
    return Optional.ofNullable(replicas.get(id));
  }

  /** The service's replicas, oldest first. */
  public synchronized List<Replica> replicas(String service) {
    return replicas.values().stream()
        .filter(r -> r.service().equals(service))
        .sorted(Comparator.comparing(Replica::startedAt).thenComparing(Replica::id))
        .toList();
  }

  @Override
  public synchronized Optional<UpstreamList> current() {
    if (!settled && clock.instant().isBefore(bornAt.plus(settleTime))) {
      return Optional.empty();
    }
    Map<String, List<Upstream>> byService = new TreeMap<>();
    for (Replica replica : replicas.values()) {
      toUpstream(replica)
          .ifPresent(
              u -> byService.computeIfAbsent(replica.service(), s -> new ArrayList<>()).add(u));
    }
    return Optional.of(new UpstreamList(version, byService));
  }

  @Override
  public synchronized void acknowledge(String gateway, long acknowledged) {
    acknowledgements.put(gateway, new Acknowledgement(acknowledged, clock.instant()));
  }

  /** Whether every gateway that was heard of lately routes by this version or a later one. */
  public synchronized boolean isAcknowledged(long wanted) {
    Instant oldest = clock.instant().minus(gatewayTimeout);
    acknowledgements.values().removeIf(a -> a.at().isBefore(oldest));
    return acknowledgements.values().stream().allMatch(a -> a.version() >= wanted);
  }

  private void change(String id, UnaryOperator<Replica> step) {
    Replica known = replicas.get(id);
    if (known != null) {
      put(step.apply(known));
    }
  }

  private void put(Replica next) {
    Replica before = replicas.put(next.id(), next);
    if (before == null || !toUpstream(before).equals(toUpstream(next))) {
      version++;
    }
  }

  private static Optional<Upstream> toUpstream(Replica replica) {
    if (replica.heartbeat() == null || replica.is(ReplicaState.STARTING)) {
      return Optional.empty();
    }
    return Optional.of(
        new Upstream(
            replica.id(), replica.url(), replica.state(), replica.heartbeat().concurrency()));
  }
}
