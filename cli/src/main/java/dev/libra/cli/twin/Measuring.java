package dev.libra.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.calibration.FreshReplica;
import dev.libra.simulator.calibration.LoadedReplica;
import dev.libra.simulator.calibration.Measurements;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Measures one live service: idle, quiet, busy, full, starting and stopping, and joining. */
final class Measuring {
  private static final double IDLE_S = 12;
  private static final double WARM_UP_S = 75;
  private static final double QUIET_S = 30;
  private static final double LOADED_S = 25;
  private static final double FULL_S = 25;
  private static final double SETTLE_S = 8;
  private static final double QUIET_SHARE = 0.25;
  private static final double BUSY_SHARE = 0.6;

  /** Without queueing on the first replica, so that only a fresh one makes requests slower. */
  private static final double JOINING_SHARE = 0.4;

  private static final double FULL_SHARE = 1.2;

  private final LiveSystem live;
  private final ServiceSpec service;
  private final Consumer<String> progress;

  Measuring(LiveSystem live, ServiceSpec service, Consumer<String> progress) {
    this.live = live;
    this.service = service;
    this.progress = progress;
  }

  /**
   * @param rounds of scaling from 1 to 3 and back, and from 1 to 2 under load
   */
  Measurements measure(int rounds) {
    double nominal = service.concurrency() * 1000.0 / Math.max(1, service.serviceTimeMs());
    progress.accept("one replica, without requests");
    live.scale(1);
    Instant quietSince = Instant.now().plusSeconds(4);
    LiveSystem.pause(Duration.ofSeconds((long) IDLE_S));
    double idle = mean("cpu", quietSince, Instant.now());
    progress.accept("warming it up");
    live.constant(nominal * BUSY_SHARE, WARM_UP_S);
    progress.accept("without queueing");
    LiveSystem.Load unqueued = live.constant(nominal * QUIET_SHARE, QUIET_S);
    List<LoadedReplica> quiet = new ArrayList<>();
    List<LoadedReplica> busy = new ArrayList<>();
    quiet.add(loaded(unqueued, QUIET_S));
    busy.add(loaded("busy", nominal * BUSY_SHARE));
    progress.accept("full");
    LiveSystem.Load full = live.constant(nominal * FULL_SHARE, FULL_S);
    double fullRate = mean("rps", full, FULL_S);
    List<Double> starts = new ArrayList<>();
    List<Double> stops = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      progress.accept("starts and stops, round " + (i + 1) + " of " + rounds);
      round(starts, stops);
      quiet.add(loaded("quiet", nominal * QUIET_SHARE));
      busy.add(loaded("busy", nominal * BUSY_SHARE));
    }
    FreshReplica fresh = new Joining(live, nominal * JOINING_SHARE, progress).measure(rounds);
    return new Measurements(
        starts,
        stops,
        unqueued.p50Ms(),
        unqueued.p95Ms(),
        fullRate,
        idle,
        LoadedReplica.median(quiet),
        LoadedReplica.median(busy),
        fresh);
  }

  private LoadedReplica loaded(String name, double rate) {
    progress.accept(name);
    return loaded(live.constant(rate, LOADED_S), LOADED_S);
  }

  private LoadedReplica loaded(LiveSystem.Load load, double lengthS) {
    return new LoadedReplica(mean("rps", load, lengthS), mean("cpu", load, lengthS));
  }

  private void round(List<Double> starts, List<Double> stops) {
    Instant begin = Instant.now();
    live.scale(3);
    LiveSystem.pause(Duration.ofSeconds(4));
    Map<String, Double> seen = new HashMap<>();
    for (JsonNode sample : live.samples(begin)) {
      for (JsonNode replica : sample.get("replicas")) {
        Instant started = Instant.parse(replica.get("startedAt").asText());
        if (started.isAfter(begin) && replica.hasNonNull("readySince")) {
          Instant ready = Instant.parse(replica.get("readySince").asText());
          seen.put(
              replica.get("replica").asText(),
              Duration.between(started, ready).toMillis() / 1000.0);
        }
      }
    }
    starts.addAll(seen.values());
    Instant order = Instant.now();
    live.scale(1);
    stops.add(Duration.between(order, Instant.now()).toMillis() / 1000.0);
  }

  /** Without its beginning, and without what is still being served after the last request. */
  private double mean(String figure, LiveSystem.Load load, double lengthS) {
    Instant from = load.from();
    return mean(figure, from.plusSeconds((long) SETTLE_S), from.plusSeconds((long) lengthS));
  }

  private double mean(String figure, Instant since, Instant until) {
    return live.samples(since).stream()
        .filter(sample -> Instant.parse(sample.get("at").asText()).isBefore(until))
        .mapToDouble(sample -> sample.get(figure).asDouble())
        .average()
        .orElseThrow(() -> new IllegalStateException("no samples since " + since));
  }
}
