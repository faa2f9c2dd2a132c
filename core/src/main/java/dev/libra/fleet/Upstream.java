package dev.libra.fleet;

import java.net.URI;

/**
 * One address a gateway may send requests to.
 *
 * @param state {@link ReplicaState#READY}, or {@link ReplicaState#DRAINING}: no new requests
 * @param concurrency requests it works on at once
 */
public record Upstream(String replica, URI url, ReplicaState state, int concurrency) {

  public Upstream {
    Check.name("replica", replica);
    Check.present("url", url);
    Check.between("concurrency", concurrency, 1, 10_000);
    if (state != ReplicaState.READY && state != ReplicaState.DRAINING) {
      throw new IllegalArgumentException("state must be READY or DRAINING, was: " + state);
    }
  }
}
