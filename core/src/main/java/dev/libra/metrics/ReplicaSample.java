package dev.libra.metrics;

import dev.libra.fleet.Check;
import dev.libra.fleet.Heartbeat;
import dev.libra.fleet.Replica;
import dev.libra.fleet.ReplicaState;
import java.time.Instant;

/**
 * One replica's part of a {@link Sample}.
 *
 * @param cpu fraction of the replica's limit over its last heartbeat interval
 * @param readySince null while it never was ready
 * @param heardAt when its last heartbeat arrived, null before the first: then the figures are 0
 */
public record ReplicaSample(
    String replica,
    ReplicaState state,
    double cpu,
    long memoryBytes,
    int inFlight,
    Instant startedAt,
    Instant readySince,
    Instant heardAt) {

  public ReplicaSample {
    Check.name("replica", replica);
    Check.present("state", state);
    Check.notNegative("cpu", cpu);
    Check.notNegative("memoryBytes", memoryBytes);
    Check.notNegative("inFlight", inFlight);
    Check.present("startedAt", startedAt);
  }

  public static ReplicaSample of(Replica replica) {
    Heartbeat beat = replica.heartbeat();
    return new ReplicaSample(
        replica.id(),
        replica.state(),
        beat == null ? 0 : beat.cpu(),
        beat == null ? 0 : beat.memoryBytes(),
        replica.inFlight(),
        replica.startedAt(),
        replica.readySince(),
        replica.heardAt());
  }

  public boolean ready() {
    return state == ReplicaState.READY;
  }
}
