package dev.libra.exporter;

import java.util.Locale;

/** What a replica knows of itself. */
enum ReplicaState {
  STARTING,
  READY,
  STOPPING;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
