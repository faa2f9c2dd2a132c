package dev.libra.gateway.balance;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/** One of a replica's concurrent places, held by one try of one request. */
public final class Place {
  private final ServicePool pool;
  private final Target target;
  private final long grantedAt;
  private final AtomicBoolean released = new AtomicBoolean();

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
}
