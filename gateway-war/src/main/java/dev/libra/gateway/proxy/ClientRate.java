package dev.libra.gateway.proxy;

import dev.libra.fleet.Check;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Bounds each client's rate, in a memory that does not grow with the number of clients.
 *
 * <p>A token bucket in the form of the generic cell rate algorithm (ITU-T I.371): one number per
 * client, the time at which its bucket will be full again. The numbers lie in a table of fixed size
 * under a seeded hash of the address; two clients that meet in a slot share a bucket.
 */
public final class ClientRate {
  private static final int SLOTS = 1 << 16;

  private final long intervalNanos;
  private final long burstNanos;
  private final int seed;
  private final long start;
  private final AtomicLongArray fullAt;

  /**
   * @param rate requests/s of one client, 0 for no bound
   * @param burst requests that may come at once
   * @param now in {@link System#nanoTime}
   */
  public ClientRate(double rate, int burst, int seed, long now) {
    Check.between("libra.gateway.client-rate", rate, 0, 1e6);
    Check.between("libra.gateway.client-burst", burst, 1, 1_000_000);
    this.intervalNanos = rate == 0 ? 0 : (long) (TimeUnit.SECONDS.toNanos(1) / rate);
    this.burstNanos = intervalNanos * burst;
    this.seed = seed;
    this.start = now;
    this.fullAt = rate == 0 ? null : new AtomicLongArray(SLOTS);
  }

  /** Takes a token; answers 0, or the ns until there is one again. */
  public long take(String client, long nanoTime) {
    if (fullAt == null) {
      return 0;
    }
    long now = nanoTime - start;
    int slot = slot(client);
    while (true) {
      long full = fullAt.get(slot);
      long next = Math.max(full, now) + intervalNanos;
      if (next - now > burstNanos) {
        return next - now - burstNanos;
      }
      if (fullAt.compareAndSet(slot, full, next)) {
        return 0;
      }
    }
  }

  private int slot(String client) {
    int hash = (client.hashCode() ^ seed) * 0x9E3779B9;
    return hash >>> 16;
  }
}
