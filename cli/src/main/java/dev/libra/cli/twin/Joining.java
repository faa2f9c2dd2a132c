package dev.libra.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.libra.simulator.calibration.FreshReplica;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures what requests take longer while a second, fresh replica joins a warm one under load. */
final class Joining {
  private static final Duration BEFORE = Duration.ofSeconds(4);
  private static final Duration FRESH = Duration.ofSeconds(12);
  private static final Duration WARM = Duration.ofSeconds(16);

  /** From the order to the replica's readiness, at most; the rest is the load's spare time. */
  private static final Duration START = Duration.ofSeconds(25);

  /** A sample tells of the 2 s before it. */
  private static final double SAMPLE_S = 2;

  private final LiveSystem live;
  private final double rate;
  private final Consumer<String> progress;

  /**
   * @param rate requests/s, below what one replica can do
   */
  Joining(LiveSystem live, double rate, Consumer<String> progress) {
    this.live = live;
    this.rate = rate;
    this.progress = progress;
  }

  FreshReplica measure(int rounds) {
    List<FreshReplica> measured = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      progress.accept("a fresh replica under load, round " + (i + 1) + " of " + rounds);
      measured.add(round());
    }
    return FreshReplica.median(measured);
  }

  private FreshReplica round() {
    Duration length = BEFORE.plus(START).plus(FRESH).plus(WARM);
    LiveSystem.Begun load = live.beginConstant(rate, length.toSeconds());
    LiveSystem.pause(BEFORE);
    Instant order = Instant.now();
    live.scale(2);
    live.end(load);
    Instant ready = ready(order);
    Instant warm = ready.plus(FRESH);
    FreshReplica fresh =
        FreshReplica.joining(
            between(ready, warm).stream().map(Joining::window).toList(),
            mean(between(warm, load.from().plus(length))));
    live.scale(1);
    return fresh;
  }

  private Instant ready(Instant order) {
    return live.samples(order).stream()
        .flatMap(sample -> sample.get("replicas").valueStream())
        .filter(replica -> replica.hasNonNull("readySince"))
        .map(replica -> Instant.parse(replica.get("readySince").asText()))
        .filter(ready -> ready.isAfter(order))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no sample shows the new replica as ready"));
  }

  /** The samples of this time. */
  private List<JsonNode> between(Instant from, Instant to) {
    List<JsonNode> samples =
        live.samples(from).stream()
            .filter(s -> !Instant.parse(s.get("at").asText()).isAfter(to))
            .toList();
    if (samples.isEmpty()) {
      throw new IllegalStateException("no samples between " + from + " and " + to);
    }
    return samples;
  }

  private static FreshReplica.Window window(JsonNode sample) {
    return new FreshReplica.Window(
        requests(sample), sample.get("meanMs").asDouble(), sample.get("p99Ms").asDouble());
  }

  private static double mean(List<JsonNode> samples) {
    double requests = samples.stream().mapToDouble(Joining::requests).sum();
    double sum = samples.stream().mapToDouble(s -> s.get("meanMs").asDouble() * requests(s)).sum();
    return sum / requests;
  }

  private static double requests(JsonNode sample) {
    return sample.get("rps").asDouble() * SAMPLE_S;
  }
}
