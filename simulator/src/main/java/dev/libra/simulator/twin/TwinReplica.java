package dev.libra.simulator.twin;

import dev.libra.fleet.Replica;
import dev.libra.fleet.ReplicaState;
import dev.libra.metrics.ReplicaSample;
import java.net.URI;
import java.time.Instant;

/** One simulated replica: what the gateway, the actuator and the metrics each know of it. */
final class TwinReplica {
  private static final URI ANYWHERE = URI.create("http://127.0.0.1:1");
  private static final long MEMORY_BYTES = 255_000_000;

  /** Where it stands between its launch and its end. */
  enum Phase {
    STARTING,
    READY,
    DRAINING,
    STOPPING,
    GONE
  }

  final int index;
  final String id;
  final Instant startedAt;
  Phase phase = Phase.STARTING;
  Instant readySince;
  long readyAt;

  /** When its next event (ready, heartbeat or end) is due; events at other times are outdated. */
  long due;

  /** The gateway's: whether it gets new requests, its place in the list of free ones, or -1. */
  boolean routed;

  int freeIndex = -1;
  int outstanding;

  /** Requests it was ever given, and the CPU they took since its last heartbeat, in limit · µs. */
  int served;

  double work;

  /** The actuator's: when the drain began and who has acknowledged it. */
  long drainedAt;

  boolean unrouted;
  long acknowledgedAt = -1;

  /** What it last told. */
  Instant heardAt;

  long beatAt;
  long measuredAt;
  double cpu;
  int inFlight;
  private Replica view;

  TwinReplica(int index, String id, Instant startedAt) {
    this.index = index;
    this.id = id;
    this.startedAt = startedAt;
  }

  boolean isActive() {
    return phase == Phase.STARTING || phase == Phase.READY;
  }

  void enter(Phase next) {
    phase = next;
    view = null;
  }

  /** The state as the fleet and the dashboard call it. */
  ReplicaState state() {
    return switch (phase) {
      case STARTING -> ReplicaState.STARTING;
      case READY -> ReplicaState.READY;
      case DRAINING, STOPPING, GONE -> ReplicaState.DRAINING;
    };
  }

  Replica view(String service) {
    if (view == null) {
      view = new Replica(id, service, ANYWHERE, state(), startedAt, readySince, null, heardAt);
    }
    return view;
  }

  ReplicaSample sample() {
    long memory = heardAt == null ? 0 : MEMORY_BYTES;
    return new ReplicaSample(id, state(), cpu, memory, inFlight, startedAt, readySince, heardAt);
  }
}
