package dev.libra.simulator.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code report.html}: everything in one file, pictures included. */
final class Report {
  private final ComparisonResult result;

  Report(ComparisonResult result) {
    this.result = result;
  }

  String html() {
    String traces = result.outcomes().stream().map(Report::trace).collect(Collectors.joining("\n"));
    return "<!doctype html>\n<html lang=en><head><meta charset=utf-8>"
        + "<meta name=viewport content=\"width=device-width\">"
        + "<title>Libra: comparison of policies</title><style>"
        + style()
        + "</style></head><body>\n<h1>Comparison of policies</h1>\n"
        + summary()
        + overall()
        + traces
        + statistics()
        + method()
        + "</body></html>\n";
  }

  private String summary() {
    String partial =
        result.whole()
            ? ""
            : "<p class=partial>Partial: the comparison was ended early. "
                + result.outcomes().size()
                + " of "
                + result.plan().tests().size()
                + " traces were judged.</p>\n";
    String sentences =
        result.sentences().stream()
            .map(s -> "<li>" + Html.text(s) + "</li>")
            .collect(Collectors.joining());
    return partial
        + "<p>SLO first, then cost: a cost counts only where every replay kept a whole-run P95 of at"
        + " most "
        + Html.number(result.plan().service().sloMs(), 0)
        + " ms with at most 0.1 % failed requests; elsewhere it is N/A. Starting and draining"
        + " replicas are paid for. All figures are the twin's.</p>\n<ul>"
        + sentences
        + "</ul>\n";
  }

  private String overall() {
    if (result.outcomes().size() < 2) {
      return "";
    }
    return "<section><h2>All traces</h2>\n<p>The costs of all traces together, each the mean of its"
        + " replays; where the SLO was missed, they are in brackets and don't count.</p>\n"
        + Tables.overall(Overall.of(result.outcomes()))
        + "</section>\n";
  }

  private static String trace(TraceOutcome outcome) {
    Pictures pictures = new Pictures(outcome);
    String bound =
        outcome
            .bound()
            .map(b -> Html.number(b.paidReplicaSeconds() / 3600, 3) + " paid replica-hours")
            .orElse("N/A: even the largest fleet misses the SLO");
    return "<section><h2>"
        + Html.text(outcome.name())
        + "</h2>\n<p>"
        + Html.text(outcome.played().changes())
        + "; "
        + Html.number(outcome.played().trace().durationS(), 0)
        + " s. Clairvoyant lower bound: "
        + bound
        + ".</p>\n"
        + pictures.demand()
        + "<h3>Replicas against demand</h3>\n"
        + pictures.replicas()
        + "<h3>Cost and violations</h3>\n"
        + pictures.frontier()
        + Tables.standings(outcome)
        + "<h3>Ablations</h3>\n"
        + Tables.ablations(outcome)
        + "<h3>Shift and chaos</h3>\n<p>Scored apart, on the first replay: what no rule was tuned"
        + " and no policy trained for.</p>\n"
        + ShiftTable.html(outcome)
        + "</section>\n";
  }

  private String statistics() {
    if (result.verdicts().isEmpty()) {
      return "<section><h2>Statistics</h2><p>No trained policy took part.</p></section>\n";
    }
    return "<section><h2>Statistics</h2>\n<p>Each trained policy against the cheapest tuned rule"
        + " that keeps the SLO: exact paired Wilcoxon signed-rank test over the replays, Holm's"
        + " correction over all rows, bootstrap intervals of 10,000 draws.</p>\n"
        + Tables.verdicts(result.verdicts())
        + "<h3>Worst seed and replay</h3>\n"
        + Tables.worst(result.outcomes())
        + "</section>\n";
  }

  private String method() {
    Plan plan = result.plan();
    List<List<String>> files = new ArrayList<>();
    plan.tests().forEach(t -> files.add(file("judged on", t)));
    plan.tuning().forEach(t -> files.add(file("tuned on", t)));
    String tuned =
        result.tuned().entrySet().stream()
            .map(e -> "<li><b>" + e.getKey() + "</b>: " + Html.text(e.getValue()) + "</li>")
            .collect(Collectors.joining());
    return "<section><h2>How to do it again</h2>\n<pre>"
        + Html.text(plan.command())
        + "</pre>\n<p>Replays: arrivals of seeds "
        + plan.replays()
        + ", the same for each policy. Budget of each rule's search: "
        + plan.budget()
        + " points, in turn at random and around the best; the oracle form is searched with the"
        + " same budget on the trace that it is judged on. Rules run within the service's bounds,"
        + " trained policies behind the guard rails.</p>\n"
        + Html.table(List.of("use", "file", "SHA-256"), files)
        + "<h3>Tuned parameters</h3><ul>"
        + tuned
        + "</ul>\n<h3>Plant</h3><p>"
        + Html.text(plan.service() + "; " + plan.parameters())
        + "</p></section>\n";
  }

  private static List<String> file(String use, TraceFile file) {
    return Html.row(use, Html.text(file.file().toString()), "<code>" + file.sha256() + "</code>");
  }

  private static String style() {
    try (InputStream style = Report.class.getResourceAsStream("report.css")) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
