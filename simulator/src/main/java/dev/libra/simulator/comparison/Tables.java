package dev.libra.simulator.comparison;

import dev.libra.environment.SeededRandom;
import dev.libra.statistics.Bootstrap;
import dev.libra.statistics.Interval;
import dev.libra.statistics.Statistics;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The report's tables. */
final class Tables {
  private static final double HOUR_S = 3600;

  private Tables() {}

  /** All but ablations, the cheapest that keep the SLO first. */
  static String standings(TraceOutcome outcome) {
    return table(outcome, s -> !s.entrant().form().equals("ablation"));
  }

  static String ablations(TraceOutcome outcome) {
    return table(outcome, s -> s.entrant().form().equals("ablation"));
  }

  private static String table(TraceOutcome outcome, Predicate<Standing> wanted) {
    List<List<String>> rows =
        outcome.standings().stream()
            .filter(wanted)
            .sorted(
                Comparator.comparing((Standing s) -> !s.sloMet()).thenComparing(Standing::meanPaid))
            .map(s -> row(outcome, s))
            .toList();
    return Html.table(
        List.of(
            "policy",
            "SLO kept",
            "paid replica-hours (95 %)",
            "over bound",
            "windows over SLO",
            "failed",
            "P50 ms",
            "P95 ms",
            "P99 ms",
            "peak",
            "actions",
            "reversals",
            "longest violation s",
            "under / over-provisioned s"),
        rows);
  }

  private static List<String> row(TraceOutcome outcome, Standing s) {
    double bound = outcome.bound().map(b -> b.paidReplicaSeconds()).orElse(Double.NaN);
    String name =
        "<span title=\""
            + Html.text(s.entrant().parameters())
            + "\">"
            + Html.text(
                s.entrant().form().equals("ablation") ? s.entrant().policy() : s.entrant().label())
            + "</span>";
    return Html.row(
        name,
        s.kept() + " of " + s.rows().size(),
        s.sloMet() ? hours(s) : "<b class=na>N/A</b>",
        s.sloMet() ? Html.percent(s.meanPaid() / bound - 1, 1) : "N/A",
        Html.percent(s.meanViolations(), 2),
        Html.percent(s.mean(r -> r.result().requests().failedShare()), 3),
        Html.number(s.mean(r -> r.result().latency().p50Ms()), 0),
        Html.number(s.mean(r -> r.result().latency().p95Ms()), 0),
        Html.number(s.mean(r -> r.result().latency().p99Ms()), 0),
        Html.number(s.mean(r -> r.result().cost().peakReplicas()), 1),
        Html.number(s.mean(r -> r.result().changes().actions()), 0),
        Html.number(s.mean(r -> r.result().changes().reversals()), 0),
        Html.number(s.mean(r -> r.result().slo().longestViolationS()), 0),
        Html.number(s.mean(r -> r.result().cost().underProvisionedS()), 0)
            + " / "
            + Html.number(s.mean(r -> r.result().cost().overProvisionedS()), 0));
  }

  private static String hours(Standing s) {
    Interval interval =
        Bootstrap.standard().interval(s.paid(), Statistics::mean, new SeededRandom(1));
    return Html.number(s.meanPaid() / HOUR_S, 3)
        + " ("
        + Html.number(interval.low() / HOUR_S, 3)
        + "–"
        + Html.number(interval.high() / HOUR_S, 3)
        + ")";
  }

  static String overall(List<Overall> all) {
    return Html.table(
        List.of("policy", "SLO kept on", "paid replica-hours", "windows over SLO"),
        all.stream().map(Tables::row).toList());
  }

  private static List<String> row(Overall o) {
    String paid = Html.number(o.paidReplicaSeconds() / HOUR_S, 2);
    return Html.row(
        Html.text(o.label()),
        o.kept() + " of " + o.standings().size() + " traces",
        o.sloMet() ? paid : "<b class=na>N/A</b> (" + paid + ")",
        Html.percent(o.violations(), 2));
  }

  static String verdicts(List<Verdict> verdicts) {
    return Html.table(
        List.of(
            "trace",
            "policy",
            "against",
            "won",
            "saving (95 %)",
            "exact p",
            "Holm p",
            "violations, points",
            "gap closed"),
        verdicts.stream().map(Tables::row).toList());
  }

  private static List<String> row(Verdict v) {
    String interval =
        v.interval() == null
            ? ""
            : " ("
                + Html.percent(v.interval().low(), 1)
                + " to "
                + Html.percent(v.interval().high(), 1)
                + ")";
    return Html.row(
        Html.text(v.trace()),
        Html.text(v.policy() + " seed " + v.seed()),
        Html.text(v.rule() == null ? "no tuned rule kept the SLO" : v.rule()),
        v.won() ? "yes" : v.sloMet() ? "no" : "no: SLO missed",
        Html.percent(v.saving(), 1) + interval,
        Html.number(v.pValue(), 4),
        Html.number(v.corrected(), 4),
        Html.number(v.moreViolations() * 100, 2),
        Html.percent(v.gapClosed(), 0));
  }

  /** Of each trained policy its worst seed and replay: SLO missed first, then dearest. */
  static String worst(List<TraceOutcome> outcomes) {
    List<List<String>> rows =
        outcomes.stream()
            .flatMap(o -> worst(o).stream())
            .map(
                r ->
                    Html.row(
                        Html.text(r.trace()),
                        Html.text(r.entrant().label()),
                        Long.toString(r.replay()),
                        r.result().sloMet() ? "kept" : "missed",
                        Html.number(r.paid() / HOUR_S, 3),
                        Html.percent(r.result().slo().violationShare(), 2),
                        Html.number(r.result().latency().p95Ms(), 0)))
            .toList();
    return Html.table(
        List.of(
            "trace", "policy", "replay", "SLO", "paid replica-hours", "windows over SLO", "P95 ms"),
        rows);
  }

  private static List<RunRow> worst(TraceOutcome outcome) {
    Comparator<RunRow> badness =
        Comparator.comparing((RunRow r) -> !r.result().sloMet()).thenComparing(RunRow::paid);
    return outcome.rows().stream()
        .filter(r -> r.entrant().form().equals("learned"))
        .map(r -> r.entrant().policy())
        .distinct()
        .map(
            policy ->
                outcome.rows().stream()
                    .filter(r -> r.entrant().form().equals("learned"))
                    .filter(r -> r.entrant().policy().equals(policy))
                    .max(badness)
                    .orElseThrow())
        .toList();
  }
}
