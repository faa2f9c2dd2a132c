package dev.libra.gateway.balance;

import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.Upstream;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * One replica as the balancer sees it; guarded by its pool's lock, but for what is volatile.
 *
 * <p>It is a circuit breaker too. A replica that can't be reached is set aside for 1 s, then 2 s, 4
 * s and 5 s while it goes on failing; one that broke a connection for 0.1 s at first, since that
 * may have been an idle connection's end or its own. When the time is over one request at a time
 * probes it until one is answered.
 */
final class Target {
  static final long FIRST_ASIDE_NANOS = TimeUnit.SECONDS.toNanos(1);
  static final long LONGEST_ASIDE_NANOS = TimeUnit.SECONDS.toNanos(5);
  static final long LOST_ASIDE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  static final long REJECTED_ASIDE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Differences below this say nothing about a replica. */
  private static final double LOWEST_LATENCY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final double FIRST_SHARE = 0.1;

  private final PeakEwma latency = new PeakEwma();
  private final BalanceRules rules;
  private volatile Upstream upstream;
  private boolean listed = true;
  private int outstanding;
  private int failures;
  private long readySince;
  private long asideSince;
  private long asideUntil;
  private volatile int errorsInARow;
  private volatile long heardAt;

  Target(Upstream upstream, BalanceRules rules, long now) {
    this.upstream = upstream;
    this.rules = rules;
    this.readySince = now;
    this.asideSince = now - 1;
    this.asideUntil = now;
    this.heardAt = now;
  }

  void update(Upstream next, long now) {
    if (!isReady()) {
      readySince = now;
    }
    upstream = next;
    listed = true;
  }

  /** Takes it out of rotation until an update brings it back. */
  void leave() {
    listed = false;
  }

  boolean isReady() {
    return listed && upstream.state() == ReplicaState.READY;
  }

  boolean isFree(long now) {
    int limit = failures > 0 ? 1 : upstream.concurrency();
    return outstanding < limit && now - asideUntil >= 0;
  }

  /** Whether its circuit is open or half open. */
  boolean isAside() {
    return failures > 0;
  }

  /** What one more request would cost here: lower is better. */
  double load(long now) {
    double slowness = Math.max(latency.faded(now), LOWEST_LATENCY_NANOS);
    return slowness * (outstanding + 1) / share(now);
  }

  /** Slow start: the share of a full replica's load, growing from a tenth to one. */
  private double share(long now) {
    long rampNanos = rules.slowStart().toNanos();
    long age = now - readySince;
    return age >= rampNanos ? 1 : Math.max(FIRST_SHARE, (double) age / rampNanos);
  }

  void occupy() {
    outstanding++;
  }

  /** Ends a try; {@code mayEject} says whether it may be set aside for errors it answered. */
  void release(Outcome outcome, Place place, long now, boolean mayEject) {
    outstanding--;
    switch (outcome) {
      case ANSWERED -> {
        failures = 0;
        errorsInARow = 0;
        latency.record(place.latency(now), now);
      }
      case ERROR -> error(place.grantedAt(), now, mayEject);
      case REJECTED -> asideUntil = later(asideUntil, now + REJECTED_ASIDE_NANOS);
      case UNREACHABLE -> failed(place.grantedAt(), now, FIRST_ASIDE_NANOS);
      case LOST ->
          failed(place.grantedAt(), now, failures == 0 ? LOST_ASIDE_NANOS : FIRST_ASIDE_NANOS);
      case STALLED -> failed(place.grantedAt(), now, FIRST_ASIDE_NANOS);
      case ABANDONED -> {}
    }
  }

  private void error(long grantedAt, long now, boolean mayEject) {
    int errors = Math.min(errorsInARow, Integer.MAX_VALUE - 1) + 1;
    errorsInARow = errors;
    if (failures > 0 || mayEject && errors >= rules.ejectAfter()) {
      failed(grantedAt, now, FIRST_ASIDE_NANOS);
    }
  }

  private void failed(long grantedAt, long now, long aside) {
    // Tries that began before the replica was set aside say nothing new.
    if (failures > 0 && grantedAt - asideSince <= 0) {
      return;
    }
    asideSince = now;
    asideUntil = now + Math.min(aside << Math.min(failures, 10), LONGEST_ASIDE_NANOS);
    failures++;
  }

  private static long later(long a, long b) {
    return a - b > 0 ? a : b;
  }

  /** Notes that it answers something: it does not hang. */
  void heard(long now) {
    heardAt = now;
  }

  /**
   * Whether it has answered nothing for too long, though it had a request since then. What was
   * heard after the request was sent may have been under way already when it began to hang.
   */
  boolean isSilentSince(long since, long now) {
    return now - later(heardAt, since) >= rules.stall().toNanos();
  }

  boolean isSuspect() {
    return errorsInARow > 0;
  }

  int outstanding() {
    return outstanding;
  }

  String replica() {
    return upstream.replica();
  }

  URI url() {
    return upstream.url();
  }
}
