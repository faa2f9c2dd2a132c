package dev.libra.learning.report;

import dev.libra.fleet.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One line of {@code results.csv}: one seed of one task.
 *
 * @param bar the interquartile mean to reach; absent where a task is only shown for comparison
 */
record ResultRow(
    String task,
    String agent,
    String env,
    long seed,
    long steps,
    double stepsPerSecond,
    double meanReturn,
    double stdReturn,
    OptionalDouble bar) {
  private static final List<String> COLUMNS =
      List.of(
          "task",
          "agent",
          "env",
          "seed",
          "steps",
          "stepsPerSecond",
          "meanReturn",
          "stdReturn",
          "bar");

  ResultRow {
    Check.name("task", task);
    Check.name("agent", agent);
    Check.name("env", env);
    Check.between("steps", steps, 1, Long.MAX_VALUE);
    Check.between("stepsPerSecond", stepsPerSecond, 0, 1e12);
    Check.between("meanReturn", meanReturn, -1e12, 1e12);
    Check.between("stdReturn", stdReturn, 0, 1e12);
    bar.ifPresent(value -> Check.between("bar", value, -1e12, 1e12));
  }

  static List<ResultRow> read(Path file) throws IOException {
    return StrictCsv.read(file, COLUMNS, ResultRow::of);
  }

  private static ResultRow of(Map<String, String> values) {
    return new ResultRow(
        values.get("task"),
        values.get("agent"),
        values.get("env"),
        StrictCsv.whole(values, "seed"),
        StrictCsv.whole(values, "steps"),
        StrictCsv.number(values, "stepsPerSecond"),
        StrictCsv.number(values, "meanReturn"),
        StrictCsv.number(values, "stdReturn"),
        values.get("bar").isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(StrictCsv.number(values, "bar")));
  }
}
