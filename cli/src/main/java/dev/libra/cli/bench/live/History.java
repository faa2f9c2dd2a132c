package dev.libra.cli.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.libra.cli.api.ClusterApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A service's samples and decisions, gathered while it runs: control answers with the newest only.
 */
final class History {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NEWEST = 60;

  private final ClusterApi api;
  private final String control;
  private final String service;
  private final Map<Instant, JsonNode> samples = new TreeMap<>();
  private final Map<Instant, JsonNode> decisions = new TreeMap<>();

  History(ClusterApi api, int controlPort, String service) {
    this.api = api;
    this.control = "http://127.0.0.1:" + controlPort + "/api/";
    this.service = service;
  }

  /** Takes what is new; at least once in two minutes, so that nothing is missed. */
  void gather() {
    gather("samples", samples);
    gather("decisions", decisions);
  }

  /** The same, where an answer that fails to come is asked for again at the next time. */
  void tryToGather() {
    try {
      gather();
    } catch (IllegalStateException | UncheckedIOException e) {
      System.getLogger(History.class.getName())
          .log(System.Logger.Level.WARNING, "control was asked in vain: " + e.getMessage());
    }
  }

  /** Oldest first. */
  List<JsonNode> samples() {
    return List.copyOf(samples.values());
  }

  /** Oldest first. */
  List<JsonNode> decisions() {
    return List.copyOf(decisions.values());
  }

  /** Whether both go beyond that moment. */
  boolean reaches(Instant moment) {
    return samples.keySet().stream().anyMatch(moment::isBefore)
        && decisions.keySet().stream().anyMatch(moment::isBefore);
  }

  /** Writes {@code samples.json} and {@code decisions.json}. */
  void write(Path folder) {
    write(folder.resolve("samples.json"), samples());
    write(folder.resolve("decisions.json"), decisions());
  }

  private void gather(String what, Map<Instant, JsonNode> known) {
    for (JsonNode one : api.get(control + what + "?service=" + service + "&limit=" + NEWEST)) {
      known.put(Instant.parse(one.get("at").asText()), one);
    }
  }

  private static void write(Path file, List<JsonNode> values) {
    ArrayNode array = JSON.createArrayNode().addAll(values);
    try {
      Files.writeString(file, array.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + file, e);
    }
  }
}
