package dev.libra.gateway.proxy;

import dev.libra.fleet.Check;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of requests' bodies is accepted and kept.
 *
 * @param maxBytes longest body that is accepted
 * @param replayBytes longest body that is kept until it is answered, so that it can be sent again
 * @param memory bytes that may still be kept for all requests together
 */
public record BodyLimits(long maxBytes, int replayBytes, AtomicLong memory) {

  public BodyLimits {
    Check.between("libra.gateway.max-body-bytes", maxBytes, 0, 1L << 50);
    Check.between("libra.gateway.replay-bytes", replayBytes, 0, 1 << 24);
    Check.present("memory", memory);
  }

  /** Limits whose kept bodies take no more than a quarter of the heap. */
  public BodyLimits(long maxBytes, int replayBytes) {
    this(maxBytes, replayBytes, new AtomicLong(Runtime.getRuntime().maxMemory() / 4));
  }

  /** Takes memory for a body; false if too much is kept already. */
  public boolean reserve(int bytes) {
    if (memory.addAndGet(-bytes) >= 0) {
      return true;
    }
    memory.addAndGet(bytes);
    return false;
  }

  public void free(int bytes) {
    memory.addAndGet(bytes);
  }
}
