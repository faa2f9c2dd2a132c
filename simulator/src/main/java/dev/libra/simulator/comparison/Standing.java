package dev.libra.simulator.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** One entrant's replays on one trace. */
record Standing(Entrant entrant, List<RunRow> rows) {

  Standing {
    rows = List.copyOf(rows);
  }

  /** Whether each replay kept the SLO. */
  boolean sloMet() {
    return rows.stream().allMatch(row -> row.result().sloMet());
  }

  long kept() {
    return rows.stream().filter(row -> row.result().sloMet()).count();
  }

  double[] paid() {
    return values(RunRow::paid);
  }

  double meanPaid() {
    return mean(RunRow::paid);
  }

  double meanViolations() {
    return mean(row -> row.result().slo().violationShare());
  }

  double mean(ToDoubleFunction<RunRow> value) {
    return rows.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  double[] values(ToDoubleFunction<RunRow> value) {
    return rows.stream().mapToDouble(value).toArray();
  }
}
