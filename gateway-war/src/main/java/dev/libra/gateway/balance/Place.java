package dev.libra.gateway.balance;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/** One of a replica's concurrent places, held by one try of one request. */
public final class Place {
  private final ServicePool pool;
  private final Target target;
  private final long grantedAt;
  private final AtomicBoolean released = new AtomicBoolean();
  private volatile long answeredAt;

  Place(ServicePool pool, Target target, long grantedAt) {
    this.pool = pool;
    this.target = target;
    this.grantedAt = grantedAt;
  }

  public String replica() {
    return target.replica();
  }

  public URI url() {
    return target.url();
  }

  /** Notes that the replica's answer begins. */
  public void answered(long now) {
    answeredAt = now;
    target.heard(now);
  }

  /** Whether the replica answered an error lately, so that another one may do better. */
  public boolean isSuspect() {
    return target.isSuspect();
  }

  /** Whether the replica hangs while another one could answer; sets it aside then. */
  public boolean isStalled() {
    return pool.isStalled(this);
  }

  /** Gives the place back; only the first call counts. */
  public void release(Outcome outcome) {
    if (released.compareAndSet(false, true)) {
      pool.released(this, outcome);
    }
  }

  Target target() {
    return target;
  }

  long grantedAt() {
    return grantedAt;
  }

  /** Time from the grant to the answer's begin, or until now if there was none. */
  long latency(long now) {
    return (answeredAt == 0 ? now : answeredAt) - grantedAt;
  }
}
