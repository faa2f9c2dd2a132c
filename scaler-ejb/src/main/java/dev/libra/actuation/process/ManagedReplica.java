package dev.libra.actuation.process;

import dev.libra.process.ProcessRecord;
import java.time.Duration;
import java.time.Instant;

/** What the actuator remembers of one of its replicas; only its own thread changes it. */
final class ManagedReplica {

  /** Where the replica stands for the actuator. */
  enum Phase {
    STARTING,
    READY,
    DRAINING,
    /** Got its SIGTERM. */
    STOPPING
  }

  private final ProcessRecord record;
  private final Instant watchedSince;
  private final boolean adopted;
  private Phase phase = Phase.STARTING;
  private Instant phaseSince;
  private Instant readySince;
  private long drainVersion;
  private Instant acknowledgedAt;
  private boolean killed;

  ManagedReplica(ProcessRecord record, Instant watchedSince, boolean adopted) {
    this.record = record;
    this.watchedSince = watchedSince;
    this.phaseSince = watchedSince;
    this.adopted = adopted;
  }

  String id() {
    return record.name();
  }

  ProcessRecord record() {
    return record;
  }

  /** Since when this control has known it: later than its start if it was adopted. */
  Instant watchedSince() {
    return watchedSince;
  }

  boolean isAdopted() {
    return adopted;
  }

  boolean is(Phase wanted) {
    return phase == wanted;
  }

  /** Whether it serves or is going to. */
  boolean isActive() {
    return is(Phase.STARTING) || is(Phase.READY);
  }

  /** Whether it takes the CPU that a start takes. */
  boolean occupiesStart() {
    return is(Phase.STARTING) && !adopted;
  }

  boolean lastsLonger(Duration limit, Instant now) {
    return phaseSince.plus(limit).isBefore(now);
  }

  Duration readyFor(Instant now) {
    return readySince == null ? Duration.ZERO : Duration.between(readySince, now);
  }

  void ready(Instant now) {
    enter(Phase.READY, now);
    readySince = now;
  }

  /**
   * @param version of the upstream list from which on it gets no new requests
   */
  void draining(long version, Instant now) {
    enter(Phase.DRAINING, now);
    drainVersion = version;
  }

  long drainVersion() {
    return drainVersion;
  }

  /** When all gateways were first seen to have acknowledged the drain, or null. */
  Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  void acknowledged(Instant now) {
    acknowledgedAt = acknowledgedAt == null ? now : acknowledgedAt;
  }

  void stopping(Instant now) {
    enter(Phase.STOPPING, now);
  }

  boolean wasKilled() {
    return killed;
  }

  void killed() {
    killed = true;
  }

  private void enter(Phase next, Instant now) {
    phase = next;
    phaseSince = now;
  }
}
