package dev.libra.actuation.process;

import dev.libra.fleet.LiveFleet;
import dev.libra.fleet.Replica;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells a replica that has fallen silent from a control that hears nobody. */
final class Hearing {
  private final LiveFleet fleet;
  private final List<String> services;

  Hearing(LiveFleet fleet, List<String> services) {
    this.fleet = fleet;
    this.services = List.copyOf(services);
  }

  /**
   * Whether this replica is silent while another one is heard. If all are silent, the fault is most
   * likely on this side, and replacing them all would make it an outage; a lone one is replaced.
   */
  boolean isLost(ManagedReplica managed, Duration limit, Instant now) {
    Optional<Replica> replica = fleet.replica(managed.id());
    boolean watchedLongEnough = managed.watchedSince().plus(limit).isBefore(now);
    if (!watchedLongEnough || replica.isEmpty() || !replica.get().silentFor(limit, now)) {
      return false;
    }
    List<Replica> others = others(managed.id());
    return others.isEmpty() || others.stream().anyMatch(other -> !other.silentFor(limit, now));
  }

  private List<Replica> others(String id) {
    return services.stream()
        .flatMap(service -> fleet.replicas(service).stream())
        .filter(replica -> !replica.id().equals(id) && replica.heardAt() != null)
        .toList();
  }
}
