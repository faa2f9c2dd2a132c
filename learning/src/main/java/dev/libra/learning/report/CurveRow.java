package dev.libra.learning.report;

import dev.libra.fleet.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One line of {@code curves.csv}: a point of one seed's learning curve. */
record CurveRow(String task, long seed, long step, double meanReturn) {
  private static final List<String> COLUMNS = List.of("task", "seed", "step", "meanReturn");

  CurveRow {
    Check.name("task", task);
    Check.notNegative("step", step);
    Check.between("meanReturn", meanReturn, -1e12, 1e12);
  }

  static List<CurveRow> read(Path file) throws IOException {
    return StrictCsv.read(
        file,
        COLUMNS,
        values ->
            new CurveRow(
                values.get("task"),
                StrictCsv.whole(values, "seed"),
                StrictCsv.whole(values, "step"),
                StrictCsv.number(values, "meanReturn")));
  }
}
