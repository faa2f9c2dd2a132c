package dev.libra.simulator.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The report's section on what nobody was tuned or trained for, of one trace. */
final class ShiftTable {
  private static final double HOUR_S = 3600;

  private ShiftTable() {}

  static String html(TraceOutcome outcome) {
    return Arrays.stream(Shift.values())
        .map(shift -> html(shift, outcome.shifts()))
        .collect(Collectors.joining());
  }

  private static String html(Shift shift, List<ShiftRow> all) {
    List<List<String>> rows =
        all.stream()
            .filter(row -> row.shift() == shift)
            .map(ShiftRow::run)
            .sorted(
                Comparator.comparing((RunRow r) -> !r.result().sloMet())
                    .thenComparing(RunRow::paid))
            .map(ShiftTable::row)
            .toList();
    return "<h4>"
        + Html.text(shift.words())
        + "</h4>\n"
        + Html.table(
            List.of(
                "policy",
                "SLO",
                "paid replica-hours",
                "windows over SLO",
                "failed",
                "P95 ms",
                "longest violation s"),
            rows);
  }

  private static List<String> row(RunRow run) {
    return Html.row(
        Html.text(run.entrant().label()),
        run.result().sloMet() ? "kept" : "missed",
        run.result().sloMet() ? Html.number(run.paid() / HOUR_S, 3) : "<b class=na>N/A</b>",
        Html.percent(run.result().slo().violationShare(), 2),
        Html.percent(run.result().requests().failedShare(), 3),
        Html.number(run.result().latency().p95Ms(), 0),
        Html.number(run.result().slo().longestViolationS(), 0));
  }
}
