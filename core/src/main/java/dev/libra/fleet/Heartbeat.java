package dev.libra.fleet;

import java.net.URI;
import java.time.Instant;

/**
 * A replica's sign of life, sent every 2 s.
 *
 * @param cpu CPU time used since the last heartbeat, as a fraction of the replica's limit; may
 *     exceed 1
 * @param memoryBytes resident memory
 * @param inFlight requests inside the replica now
 * @param concurrency requests the replica works on at once
 * @param at when the replica measured, by its own clock
 */
public record Heartbeat(
    String replica,
    String service,
    URI url,
    ReplicaHealth state,
    double cpu,
    long memoryBytes,
    int inFlight,
    int concurrency,
    Instant at) {

  public Heartbeat {
    Check.name("replica", replica);
    Check.name("service", service);
    Check.present("state", state);
    Check.present("at", at);
    requireHttp(url);
    Check.between("cpu", cpu, 0, 10_000);
    Check.notNegative("memoryBytes", memoryBytes);
    Check.notNegative("inFlight", inFlight);
    Check.between("concurrency", concurrency, 1, 10_000);
  }

  private static void requireHttp(URI url) {
    boolean http =
        url != null
            && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
            && url.getHost() != null;
    if (!http) {
      throw new IllegalArgumentException("url must be an absolute http(s) address, was: " + url);
    }
  }
}
