package dev.libra.fleet;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One replica as the fleet knows it: who it is, its state and its last heartbeat.
 *
 * @param startedAt when it was launched, or first heard of
 * @param readySince when it became ready, or null while it never was
 * @param heartbeat the last one, or null before the first
 * @param heardAt when the last heartbeat arrived, by this process's clock, or null
 */
public record Replica(
    String id,
    String service,
    URI url,
    ReplicaState state,
    Instant startedAt,
    Instant readySince,
    Heartbeat heartbeat,
    Instant heardAt) {

  public Replica {
    Check.name("replica", id);
    Check.name("service", service);
    Check.present("url", url);
    Check.present("state", state);
    Check.present("startedAt", startedAt);
  }

  /** A replica that was just launched. */
  public static Replica starting(String id, String service, URI url, Instant at) {
    return new Replica(id, service, url, ReplicaState.STARTING, at, null, null, null);
  }

  public Optional<Heartbeat> lastHeartbeat() {
    return Optional.ofNullable(heartbeat);
  }

  public int inFlight() {
    return heartbeat == null ? 0 : heartbeat.inFlight();
  }

  public boolean is(ReplicaState wanted) {
    return state == wanted;
  }

  /**
   * Whether nothing was heard for longer than {@code limit}, counted from launch before the first
   * heartbeat.
   */
  public boolean silentFor(Duration limit, Instant now) {
    Instant last = heardAt == null ? startedAt : heardAt;
    return last.plus(limit).isBefore(now);
  }

  Replica draining() {
    return new Replica(
        id, service, url, ReplicaState.DRAINING, startedAt, readySince, heartbeat, heardAt);
  }

  /**
   * This replica after a heartbeat; one that drains goes on draining whatever it says of itself.
   */
  Replica heard(Heartbeat beat, Instant now) {
    ReplicaState next = is(ReplicaState.DRAINING) ? state : after(beat.state());
    boolean becameReady = next == ReplicaState.READY && !is(ReplicaState.READY);
    Instant since = becameReady ? now : readySince;
    return new Replica(id, service, beat.url(), next, startedAt, since, beat, now);
  }

  private static ReplicaState after(ReplicaHealth health) {
    return switch (health) {
      case STARTING -> ReplicaState.STARTING;
      case READY -> ReplicaState.READY;
      case STOPPING -> ReplicaState.DRAINING;
    };
  }
}
