package dev.libra.cli.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** The replicas at one moment, as a sample has them. */
record FleetPoint(Instant at, int ready, int starting, int draining) {

  static List<FleetPoint> of(List<JsonNode> samples) {
    return samples.stream()
        .map(
            s ->
                new FleetPoint(
                    Instant.parse(s.get("at").asText()),
                    s.get("ready").asInt(),
                    s.get("starting").asInt(),
                    s.get("draining").asInt()))
        .toList();
  }

  /** Starting and draining ones included. */
  int paid() {
    return ready + starting + draining;
  }
}
