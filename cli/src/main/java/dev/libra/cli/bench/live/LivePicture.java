package dev.libra.cli.bench.live;

import dev.libra.simulator.comparison.Plot;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.Demand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The load, and below it the ready replicas of each policy, round by round. */
final class LivePicture {
  private static final int WIDTH = 960;
  private static final int HEAD = 28;
  private static final int LOAD = 180;
  private static final int ROUND = 270;

  /** Okabe and Ito's colours, which colour-blind readers can tell apart. */
  private static final List<String> COLORS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9");

  private static final String REQUIRED = "#999999";
  private static final String STYLE =
      "<style>text{font:12px sans-serif;fill:#333}.grid{stroke:#ddd}</style>";

  private final Trace trace;
  private final Demand demand;
  private final List<LiveResult> results;

  LivePicture(Trace trace, Demand demand, List<LiveResult> results) {
    this.trace = trace;
    this.demand = demand;
    this.results = List.copyOf(results);
  }

  /** A whole SVG document. */
  String svg() {
    Map<Integer, List<LiveResult>> rounds = new TreeMap<>();
    results.forEach(r -> rounds.computeIfAbsent(r.round(), n -> new ArrayList<>()).add(r));
    int height = HEAD + LOAD + rounds.size() * (HEAD + ROUND);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%s"
                + "<title>Load and replicas</title>"
                + "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n",
            WIDTH,
            height,
            STYLE,
            WIDTH,
            height));
    svg.append(text(56, 20, "#333", "Load")).append(load().group(HEAD));
    int top = HEAD + LOAD;
    for (Map.Entry<Integer, List<LiveResult>> round : rounds.entrySet()) {
      svg.append(legend(round.getKey(), round.getValue(), top + 20));
      svg.append(replicas(round.getValue()).group(top + HEAD));
      top += HEAD + ROUND;
    }
    return svg.append("</svg>\n").toString();
  }

  private Plot load() {
    double highest = Math.max(1, trace.maxRate() * 1.05);
    Plot plot = new Plot(WIDTH, LOAD, trace.durationS(), highest, "s", "requests/s");
    plot.steps(seconds(), trace.rates(), "#333333", 1);
    return plot;
  }

  private Plot replicas(List<LiveResult> round) {
    double[] required = Arrays.stream(trace.rates()).map(demand::required).toArray();
    double most = Arrays.stream(required).max().orElse(1);
    for (LiveResult result : round) {
      most = Math.max(most, result.replicas().peak());
    }
    Plot plot = new Plot(WIDTH, ROUND, trace.durationS(), top(most), "s", "ready replicas");
    plot.steps(seconds(), required, REQUIRED, 1);
    for (LiveResult result : round) {
      List<FleetPoint> shown = shown(result);
      plot.steps(
          shown.stream().mapToDouble(p -> Math.max(0, second(result, p))).toArray(),
          shown.stream().mapToDouble(FleetPoint::ready).toArray(),
          colors().get(result.policy()),
          2);
    }
    return plot;
  }

  /** A multiple of five, so that the five marks of the axis are whole numbers. */
  private static double top(double most) {
    return Math.ceil((most + 0.5) / 5) * 5;
  }

  private List<FleetPoint> shown(LiveResult result) {
    return result.fleet().stream()
        .filter(p -> second(result, p) >= -2 && second(result, p) <= trace.durationS())
        .toList();
  }

  private String legend(int round, List<LiveResult> results, int y) {
    StringBuilder legend = new StringBuilder(text(56, y, "#333", "Round " + round));
    int x = 136;
    legend.append(text(x, y, REQUIRED, "required by the rate"));
    for (LiveResult result : results) {
      x += 150;
      legend.append(text(x, y, colors().get(result.policy()), result.policy()));
    }
    return legend.toString();
  }

  /** A policy has the same colour in every round, whatever the order there. */
  private Map<String, String> colors() {
    Map<String, String> colors = new LinkedHashMap<>();
    results.stream()
        .map(LiveResult::policy)
        .sorted()
        .distinct()
        .forEach(name -> colors.put(name, COLORS.get(colors.size() % COLORS.size())));
    return colors;
  }

  private double[] seconds() {
    double[] seconds = new double[trace.steps()];
    Arrays.setAll(seconds, i -> i * trace.stepS());
    return seconds;
  }

  private static double second(LiveResult result, FleetPoint point) {
    return Duration.between(result.start(), point.at()).toMillis() / 1000.0;
  }

  private static String text(int x, int y, String color, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" style=\"fill:%s;font-weight:bold\">%s</text>",
        x,
        y,
        color,
        escaped);
  }
}
