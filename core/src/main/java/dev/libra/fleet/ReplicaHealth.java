package dev.libra.fleet;

/** What a replica knows of its own state. */
public enum ReplicaHealth {
  STARTING,
  READY,
  STOPPING
}
