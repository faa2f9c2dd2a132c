package dev.libra.cli.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.libra.process.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** What one run leaves, and what it comes to. */
record RunFolder(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Removes what an earlier run has left. */
  void clear() {
    try {
      FileTrees.delete(path);
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException("can't clear " + path, e);
    }
  }

  Path log() {
    return path.resolve("libra.log");
  }

  /** Whether the load's first second is over. */
  boolean isUnderLoad() {
    try {
      Path seconds = path.resolve("seconds.csv");
      return Files.exists(seconds) && Files.readAllLines(seconds).size() > 1;
    } catch (IOException e) {
      return false;
    }
  }

  JsonNode summary() {
    try {
      return JSON.readTree(path.resolve("summary.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("the replay left no summary: see " + log(), e);
    }
  }

  Instant start() {
    return Instant.parse(summary().get("startedAt").asText());
  }

  /** Puts together what replay and control have told. */
  LiveResult result(String policy, int round, double sloMs, double durationS, History history) {
    JsonNode summary = summary();
    Instant from = start();
    Instant to = from.plusMillis(Math.round(durationS * 1000));
    List<FleetPoint> fleet = FleetPoint.of(history.samples());
    List<JsonNode> decisions =
        history.decisions().stream().filter(active().and(between(from, to))).toList();
    return new LiveResult(
        policy,
        round,
        decidedBy(decisions),
        sloMs,
        client(summary),
        SloWindows.read(path, sloMs, durationS),
        ReplicaTime.of(fleet, from, to),
        Reactions.of(decisions, history.samples()),
        from,
        fleet);
  }

  private static Predicate<JsonNode> active() {
    return decision -> decision.get("mode").asText().equals("active");
  }

  private static Predicate<JsonNode> between(Instant from, Instant to) {
    return node -> {
      Instant at = Instant.parse(node.get("at").asText());
      return !at.isBefore(from) && at.isBefore(to);
    };
  }

  private static String decidedBy(List<JsonNode> decisions) {
    if (decisions.isEmpty()) {
      return "nobody";
    }
    JsonNode policy = decisions.get(decisions.size() - 1).get("policy");
    String digest = policy.get("digest").asText();
    return policy.get("name").asText() + " " + digest.substring(0, Math.min(12, digest.length()));
  }

  private static LiveResult.Client client(JsonNode summary) {
    return new LiveResult.Client(
        summary.get("p50Ms").asDouble(),
        summary.get("p95Ms").asDouble(),
        summary.get("p99Ms").asDouble(),
        summary.get("failedShare").asDouble(),
        summary.get("failed").asLong(),
        summary.get("sent").asLong(),
        summary.get("achievedShare").asDouble(),
        !summary.get("void").asBoolean());
  }
}
