package dev.libra.cli.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How quickly control acted.
 *
 * @param actions decisions that changed the count
 * @param standIns share of the decisions that a fallback took
 * @param callMs from a sample to the actuator's call, of each action
 * @param decideMicros time taken to decide, of each decision: policy and guard rails
 * @param launchMs from the decision to the first new replica's launch, of each scale-up that had
 *     one; known to a second only, so that it may be negative
 */
record Reactions(
    int actions, double standIns, Spread callMs, Spread decideMicros, Spread launchMs) {
  /**
   * The operating system counts a process' start from its boot, which it tells in whole seconds.
   */
  private static final long CLOCKS_APART_MS = 1000;

  /** A launch later than this belongs to something else. */
  private static final long LATEST_LAUNCH_MS = 30_000;

  /**
   * @param samples oldest first, to see when replicas were launched
   */
  static Reactions of(List<JsonNode> decisions, List<JsonNode> samples) {
    List<Instant> launches = launches(samples);
    List<Double> calls = new ArrayList<>();
    List<Double> micros = new ArrayList<>();
    List<Double> starts = new ArrayList<>();
    int standIns = 0;
    for (JsonNode decision : decisions) {
      micros.add(decision.get("durationMicros").asDouble());
      standIns += decision.at("/proposal/terms/fallback").asDouble() == 1 ? 1 : 0;
      int change = decision.get("applied").asInt() - decision.get("before").asInt();
      if (change != 0 && decision.has("sample")) {
        calls.add(call(decision));
      }
      if (change > 0) {
        launch(at(decision), launches).ifPresent(starts::add);
      }
    }
    return new Reactions(
        (int) decisions.stream().filter(Reactions::changed).count(),
        decisions.isEmpty() ? 0 : (double) standIns / decisions.size(),
        Spread.of(calls),
        Spread.of(micros),
        Spread.of(starts));
  }

  private static boolean changed(JsonNode decision) {
    return decision.get("applied").asInt() != decision.get("before").asInt();
  }

  /** A decision is stamped at its begin, and the actuator is called in it. */
  private static double call(JsonNode decision) {
    Duration age = Duration.between(at(decision.get("sample")), at(decision));
    return age.toNanos() / 1e6 + decision.get("durationMicros").asDouble() / 1000;
  }

  private static Optional<Double> launch(Instant decided, List<Instant> launches) {
    return launches.stream()
        .filter(launch -> !launch.isBefore(decided.minusMillis(CLOCKS_APART_MS)))
        .map(launch -> (double) Duration.between(decided, launch).toMillis())
        .filter(ms -> ms <= LATEST_LAUNCH_MS)
        .min(Double::compare);
  }

  private static List<Instant> launches(List<JsonNode> samples) {
    List<Instant> launches = new ArrayList<>();
    for (JsonNode sample : samples) {
      for (JsonNode replica : sample.path("replicas")) {
        if (replica.hasNonNull("startedAt")) {
          launches.add(Instant.parse(replica.get("startedAt").asText()));
        }
      }
    }
    return launches.stream().distinct().sorted().toList();
  }

  private static Instant at(JsonNode node) {
    return Instant.parse(node.get("at").asText());
  }
}
