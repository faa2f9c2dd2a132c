package dev.libra.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.calibration.Prediction;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.TwinParameters;
import dev.libra.statistics.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Plays loads live and in the twin, and sets the figures side by side. */
final class Comparison {
  /** Windows of 2 s over the SLO, one after the other, that count as saturation. */
  private static final int BROKEN_WINDOWS = 3;

  private static final int TWIN_S = 3600;
  private static final double RAMP_TO = 1.3;
  private static final int LEAD_IN_S = 6;

  private final LiveSystem live;
  private final ServiceSpec service;
  private final TwinParameters twin;
  private final int replicas;
  private final Consumer<String> progress;
  private final double capacity;

  Comparison(
      LiveSystem live,
      ServiceSpec service,
      TwinParameters twin,
      int replicas,
      Consumer<String> progress) {
    this.live = live;
    this.service = service;
    this.twin = twin;
    this.replicas = replicas;
    this.progress = progress;
    this.capacity = replicas * new Demand(service, twin).capacity();
  }

  /** What one level came to live, once. */
  private record Measured(double p95Ms, double cpu) {}

  /**
   * A table in Markdown, a row per level with the medians over the rounds: a stall of the machine
   * makes the P95 of one of them. Every other round goes through the levels backwards.
   */
  List<String> levels(List<Double> levels, int rounds, int seconds, int warmUpSeconds) {
    progress.accept("scaling to " + replicas + " and warming up");
    live.scale(replicas);
    if (warmUpSeconds > 0) {
      live.constant(0.6 * capacity, warmUpSeconds);
    }
    Map<Double, List<Measured>> measured = new HashMap<>();
    List<Double> order = new ArrayList<>(levels);
    for (int round = 1; round <= rounds; round++) {
      for (double level : order) {
        progress.accept(
            "round %d of %d: %s of %d requests/s"
                .formatted(round, rounds, percent(level), Math.round(capacity)));
        measured.computeIfAbsent(level, l -> new ArrayList<>()).add(measure(level, seconds));
      }
      Collections.reverse(order);
    }
    List<String> table = new ArrayList<>();
    table.add(
        "| load | requests/s | P95 live, ms | P95 twin, ms | error | CPU live | CPU twin | error |");
    table.add("|---|---|---|---|---|---|---|---|");
    levels.forEach(level -> table.add(row(level, measured.get(level))));
    return table;
  }

  private Measured measure(double level, int seconds) {
    LiveSystem.Load load = live.constant(level * capacity, seconds);
    double cpu = cpu(load.from().plusSeconds(LEAD_IN_S), load.from().plusSeconds(seconds));
    progress.accept(String.format(Locale.ROOT, "P95 %.0f ms, CPU %.2f", load.p95Ms(), cpu));
    return new Measured(load.p95Ms(), cpu);
  }

  private String row(double level, List<Measured> measured) {
    double rate = level * capacity;
    double p95Ms = Statistics.median(measured.stream().mapToDouble(Measured::p95Ms).toArray());
    double cpu = Statistics.median(measured.stream().mapToDouble(Measured::cpu).toArray());
    double[] rates = new double[TWIN_S];
    Arrays.fill(rates, rate);
    Prediction prediction =
        Prediction.of(twin, service, replicas, new Trace("constant", rates, 1), 1);
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %s | %.2f | %.2f | %s |",
        percent(level),
        rate,
        p95Ms,
        prediction.p95Ms(),
        error(prediction.p95Ms(), p95Ms),
        cpu,
        prediction.cpu(),
        error(prediction.cpu(), cpu));
  }

  /** When the SLO breaks on a ramp, live and in the twin. */
  String ramp(int seconds) {
    JsonNode scenario = live.scenario("ramp");
    double[] preview = new double[scenario.get("preview").size()];
    for (int i = 0; i < preview.length; i++) {
      preview[i] = scenario.get("preview").get(i).asDouble();
    }
    double stepS = scenario.get("durationS").asDouble() / preview.length;
    int end = (int) Math.min(preview.length, seconds / stepS);
    double scale = RAMP_TO * capacity / preview[end - 1];
    progress.accept("a ramp to " + percent(RAMP_TO) + " in " + seconds + " s");
    Instant from = live.load("ramp", scale, seconds).from();
    double lived = broken(live.samples(from), from);
    Trace trace = new Trace("ramp", preview, stepS).scaledBy(scale).window(0, seconds);
    double predicted = broken(Prediction.of(twin, service, replicas, trace, 1).p95PerWindow());
    return String.format(
        Locale.ROOT,
        "On a ramp the SLO of %.0f ms breaks after %.0f s live and %.0f s in the twin: %s.",
        service.sloMs(),
        lived,
        predicted,
        error(predicted, lived));
  }

  private double broken(List<JsonNode> samples, Instant from) {
    int row = 0;
    for (JsonNode sample : samples) {
      row = sample.get("p95Ms").asDouble() > service.sloMs() ? row + 1 : 0;
      if (row == BROKEN_WINDOWS) {
        return (Instant.parse(sample.get("at").asText()).toEpochMilli() - from.toEpochMilli())
            / 1000.0;
      }
    }
    return Double.NaN;
  }

  private double broken(double[] p95) {
    int row = 0;
    for (int i = 0; i < p95.length; i++) {
      row = p95[i] > service.sloMs() ? row + 1 : 0;
      if (row == BROKEN_WINDOWS) {
        return (i + 1) * 2.0;
      }
    }
    return Double.NaN;
  }

  private double cpu(Instant from, Instant until) {
    return live.samples(from).stream()
        .filter(sample -> Instant.parse(sample.get("at").asText()).isBefore(until))
        .mapToDouble(sample -> sample.get("cpu").asDouble())
        .average()
        .orElse(Double.NaN);
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static String error(double twin, double live) {
    return String.format(Locale.ROOT, "%+.1f %%", (twin / live - 1) * 100);
  }
}
