package dev.libra.fleet;

/** Where a replica stands between its start and its end. */
public enum ReplicaState {
  /** Launched, not yet able to serve. */
  STARTING,
  /** Serving. */
  READY,
  /** Gets no new requests and ends when those in flight are answered. */
  DRAINING
}
