package dev.libra.learning.report;

import dev.libra.statistics.Interval;
import java.util.List;
import java.util.Locale;

/** The table of {@code agents.md}. */
final class AgentTable {
  private static final String HEADER =
      """
      | task | agent | env | steps | seeds | bar | IQM [95 % interval] | mean | worst seed | steps/s | bar reached |
      |---|---|---|--:|--:|--:|--:|--:|--:|--:|---|
      """;
  private static final String NOTE =
      """

      Returns of deterministic episodes after training, one value per seed. IQM: interquartile \
      mean, with the percentile bootstrap interval over seeds (Agarwal et al. 2021); it decides \
      whether the bar is reached. steps/s: the seeds' median.
      """;

  private AgentTable() {}

  static String markdown(List<TaskResult> tasks) {
    StringBuilder table = new StringBuilder(HEADER);
    tasks.forEach(task -> table.append(row(task)));
    return table.append(NOTE).toString();
  }

  private static String row(TaskResult task) {
    Interval interval = task.interval();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %d | %d | %s | %.2f [%.2f, %.2f] | %.2f | %.2f (seed %d) | %.0f | %s |\n",
        task.task(),
        task.agent(),
        task.env(),
        task.steps(),
        task.seeds(),
        task.bar().isPresent() ? "≥ " + number(task.bar().getAsDouble()) : "–",
        task.interquartileMean(),
        interval.low(),
        interval.high(),
        task.mean(),
        task.worst().meanReturn(),
        task.worst().seed(),
        task.medianStepsPerSecond(),
        reached(task));
  }

  private static String reached(TaskResult task) {
    if (task.bar().isEmpty()) {
      return "no bar";
    }
    return task.reached() ? "yes" : "**no**";
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
