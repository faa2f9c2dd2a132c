package dev.libra.exporter;

import java.time.Instant;
import java.util.Locale;

/**
 * One heartbeat as control reads it.
 *
 * @param cpu share of the replica's limit, 1.0 being all of it
 */
record Heartbeat(
    ExporterSettings replica,
    ReplicaState state,
    double cpu,
    long memoryBytes,
    int inFlight,
    Instant at) {

  Heartbeat {
    if (!(cpu >= 0 && Double.isFinite(cpu))) {
      throw new IllegalArgumentException("cpu must be a number of at least 0, was: " + cpu);
    }
  }

  String toJson() {
    return String.format(
        Locale.ROOT,
        "{\"kind\":\"heartbeat\",\"replica\":%s,\"service\":%s,\"url\":%s,\"state\":\"%s\","
            + "\"cpu\":%.4f,\"memoryBytes\":%d,\"inFlight\":%d,\"concurrency\":%d,\"at\":\"%s\"}",
        quoted(replica.replica()),
        quoted(replica.service()),
        quoted(replica.url().toString()),
        state.wireName(),
        cpu,
        memoryBytes,
        inFlight,
        replica.concurrency(),
        at);
  }

  /** By hand, for a JSON library would be a dependency of every service that uses this jar. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
