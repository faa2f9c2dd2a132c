package dev.libra.simulator.comparison;

import dev.libra.simulator.clairvoyant.ClairvoyantBound;
import dev.libra.simulator.twin.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pictures of one trace. */
final class Pictures {
  /** Okabe and Ito's colours, which colour-blind readers can tell apart. */
  private static final List<String> COLORS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A5195");

  private static final String DEMAND = "#999999";

  /** For each agent; all of its seeds have the same. */
  private static final List<String> LEARNED = List.of("#000000", "#8C564B", "#7F7F7F");

  /** A little more than the share that an SLO on the P95 forgives. */
  private static final double HIGHEST_SHOWN = 0.06;

  private static final double HOUR_S = 3600;
  private final TraceOutcome outcome;

  Pictures(TraceOutcome outcome) {
    this.outcome = outcome;
  }

  /** Ready replicas of the trained policies and the best tuned rule against what is required. */
  String replicas() {
    Map<String, RunRow> shown = shown();
    if (shown.isEmpty()) {
      return "";
    }
    TimeSeries any = shown.values().iterator().next().result().series();
    double[] seconds = any.column("seconds");
    double most = max(any.column("required"));
    for (RunRow row : shown.values()) {
      most = Math.max(most, max(row.result().series().column("ready")));
    }
    Plot plot = new Plot(960, 280, seconds[seconds.length - 1], most + 1, "s", "replicas");
    plot.steps(seconds, any.column("required"), DEMAND, 3);
    StringBuilder legend = new StringBuilder(key(DEMAND, "required by the rate"));
    int color = 0;
    for (Map.Entry<String, RunRow> entry : shown.entrySet()) {
      TimeSeries series = entry.getValue().result().series();
      plot.steps(series.column("seconds"), series.column("ready"), color(color), 1.4);
      legend.append(key(color(color++), entry.getKey()));
    }
    return "<figure>" + plot.svg() + "<figcaption>" + legend + "</figcaption></figure>";
  }

  /** Requests/s that arrive. */
  String demand() {
    double[] rates = outcome.played().trace().rates();
    double[] seconds = new double[rates.length];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = i * outcome.played().trace().stepS();
    }
    double end = outcome.played().trace().durationS();
    Plot plot = new Plot(960, 160, end, max(rates) * 1.05, "s", "requests/s");
    plot.steps(seconds, rates, "#333333", 1);
    return "<figure>" + plot.svg() + "</figure>";
  }

  /** Violations over cost: one knob per rule swept, and everyone who took part. */
  String frontier() {
    Map<String, List<RunRow>> rules = new LinkedHashMap<>();
    outcome
        .frontier()
        .forEach(r -> rules.computeIfAbsent(r.entrant().policy(), p -> new ArrayList<>()).add(r));
    List<Standing> learned =
        outcome.standings().stream().filter(s -> s.entrant().form().equals("learned")).toList();
    Plot plot =
        new Plot(
            960,
            340,
            dearestShown(learned) / HOUR_S,
            HIGHEST_SHOWN * 100,
            "paid replica-hours",
            "windows over SLO, %");
    Map<String, String> trained = trainedColors(learned);
    StringBuilder legend = new StringBuilder();
    outcome.bound().map(ClairvoyantBound::paidReplicaSeconds).ifPresent(b -> bound(plot, b));
    int color = 0;
    for (Map.Entry<String, List<RunRow>> rule : rules.entrySet()) {
      Entrant entrant = rule.getValue().get(0).entrant();
      if (entrant.seed() > 0) {
        sweep(plot, rule.getValue(), trained.getOrDefault(entrant.agent(), LEARNED.get(0)));
      } else {
        sweep(plot, rule.getValue(), color(color));
        legend.append(key(color(color++), rule.getKey()));
      }
    }
    for (Standing standing : learned) {
      plot.point(
          standing.meanPaid() / HOUR_S,
          standing.meanViolations() * 100,
          6,
          trained.get(standing.entrant().agent()),
          standing.sloMet(),
          standing.entrant().label());
    }
    trained.forEach((agent, shade) -> legend.append(key(shade, agent + ", a line for each seed")));
    return "<figure>"
        + plot.svg()
        + "<figcaption>"
        + legend
        + "hollow: SLO missed; what is later or dearer than shown lies at the edges</figcaption></figure>";
  }

  private static Map<String, String> trainedColors(List<Standing> learned) {
    Map<String, String> colors = new LinkedHashMap<>();
    learned.forEach(
        s -> colors.putIfAbsent(s.entrant().agent(), LEARNED.get(colors.size() % LEARNED.size())));
    return colors;
  }

  /** Twice what the cheapest within the SLO pays: nobody chooses among those beyond. */
  private double dearestShown(List<Standing> learned) {
    double cheapest =
        outcome.frontier().stream()
            .filter(row -> row.result().sloMet())
            .mapToDouble(RunRow::paid)
            .min()
            .orElse(HOUR_S);
    double trained = learned.stream().mapToDouble(Standing::meanPaid).max().orElse(0);
    return Math.max(2 * cheapest, 1.05 * trained);
  }

  private static void bound(Plot plot, double paid) {
    plot.vertical(paid / HOUR_S, "clairvoyant bound");
  }

  private static void sweep(Plot plot, List<RunRow> rows, String color) {
    double[] xs = rows.stream().mapToDouble(r -> r.paid() / HOUR_S).toArray();
    double[] ys = rows.stream().mapToDouble(r -> r.result().slo().violationShare() * 100).toArray();
    plot.polyline(xs, ys, color);
    for (int i = 0; i < xs.length; i++) {
      RunRow row = rows.get(i);
      String title = row.entrant().policy() + ": " + row.entrant().parameters();
      plot.point(xs[i], ys[i], 4, color, row.result().sloMet(), title);
    }
  }

  private Map<String, RunRow> shown() {
    Map<String, RunRow> shown = new LinkedHashMap<>();
    Optional<Standing> best = outcome.bestTuned();
    best.ifPresent(b -> shown.put(b.entrant().label(), b.rows().get(0)));
    for (Standing standing : outcome.standings()) {
      boolean stockHpa = standing.entrant().label().equals("hpa stock");
      boolean learned = standing.entrant().form().equals("learned");
      if ((stockHpa || learned) && shown.size() < 4) {
        shown.put(standing.entrant().label(), standing.rows().get(0));
      }
    }
    shown.values().removeIf(row -> row.result().series().size() == 0);
    return shown;
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  private static String color(int index) {
    return COLORS.get(index % COLORS.size());
  }

  private static String key(String color, String text) {
    return "<span class=key><i style=\"background:"
        + color
        + "\"></i>"
        + Html.text(text)
        + "</span>";
  }
}
