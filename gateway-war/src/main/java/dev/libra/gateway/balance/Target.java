package dev.libra.gateway.balance;

import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.Upstream;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * One replica as the balancer sees it; guarded by its pool's lock.
 *
 * <p>A replica that can't be reached is set aside for 1 s, then 2 s, 4 s and 5 s while it goes on
 * failing; one that broke a connection for 0.1 s at first, since that may have been an idle
 * connection's end or its own. When the time is over one request at a time probes it until one is
 * answered.
 */
final class Target {
  static final long FIRST_ASIDE_NANOS = TimeUnit.SECONDS.toNanos(1);
  static final long LONGEST_ASIDE_NANOS = TimeUnit.SECONDS.toNanos(5);
  static final long LOST_ASIDE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  static final long REJECTED_ASIDE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private Upstream upstream;
  private boolean listed = true;
  private int outstanding;
  private int failures;
  private long asideSince;
  private long asideUntil;

  Target(Upstream upstream, long now) {
    this.upstream = upstream;
    this.asideSince = now - 1;
    this.asideUntil = now;
  }

  void update(Upstream next) {
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

  void occupy() {
    outstanding++;
  }

  void release(Outcome outcome, long grantedAt, long now) {
    outstanding--;
    switch (outcome) {
      case ANSWERED -> failures = 0;
      case REJECTED -> asideUntil = later(asideUntil, now + REJECTED_ASIDE_NANOS);
      case UNREACHABLE -> failed(grantedAt, now, FIRST_ASIDE_NANOS);
      case LOST -> failed(grantedAt, now, failures == 0 ? LOST_ASIDE_NANOS : FIRST_ASIDE_NANOS);
      case ABANDONED -> {}
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
