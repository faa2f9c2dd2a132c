package dev.libra.actuation.process;

import dev.libra.actuation.process.ManagedReplica.Phase;
import dev.libra.fleet.LiveFleet;
import dev.libra.fleet.Replica;
import java.util.Comparator;

/** Who goes first: starting ones, then the least busy, then the youngest. */
final class ScaleDownOrder {

  private ScaleDownOrder() {}

  static Comparator<ManagedReplica> by(LiveFleet fleet) {
    return Comparator.comparing((ManagedReplica r) -> !r.is(Phase.STARTING))
        .thenComparing(r -> fleet.replica(r.id()).map(Replica::inFlight).orElse(0))
        .thenComparing(r -> r.record().startedAt(), Comparator.reverseOrder())
        .thenComparing(ManagedReplica::id, Comparator.reverseOrder());
  }
}
