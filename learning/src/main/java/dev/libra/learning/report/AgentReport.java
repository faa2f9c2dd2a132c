package dev.libra.learning.report;

import dev.libra.learning.chart.CurveChart;
import dev.libra.learning.result.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns a benchmark's figures into {@code agents.md} with a picture per task. */
public final class AgentReport {
  private static final String PICTURES = "agents";

  private final List<TaskResult> tasks;
  private final Map<String, List<CurveRow>> curves;

  /**
   * @param results CSV: task,agent,env,seed,steps,stepsPerSecond,meanReturn,stdReturn,bar (bar may
   *     be empty)
   * @param curves CSV: task,seed,step,meanReturn
   * @throws IllegalArgumentException naming the file and line that is wrong, or the task whose
   *     lines don't fit each other
   */
  public AgentReport(Path results, Path curves) throws IOException {
    this.tasks =
        byTask(ResultRow.read(results), ResultRow::task).values().stream()
            .map(TaskResult::new)
            .toList();
    this.curves = byTask(CurveRow.read(curves), CurveRow::task);
    Set<String> known = tasks.stream().map(TaskResult::task).collect(Collectors.toSet());
    for (String task : this.curves.keySet()) {
      if (!known.contains(task)) {
        throw new IllegalArgumentException(
            "task " + task + " of " + curves + " is not in " + results);
      }
    }
  }

  /** Whether every bar is reached. */
  public boolean reached() {
    return tasks.stream().allMatch(TaskResult::reached);
  }

  /**
   * Writes {@code agents.md} and {@code agents/<task>.svg}.
   *
   * @param header Markdown that comes first: title, commands, seeds, commit, JVM
   */
  public void write(Path directory, String header) throws IOException {
    StringBuilder page = new StringBuilder(header.strip()).append("\n\n");
    page.append(AgentTable.markdown(tasks)).append("\n## Learning curves\n");
    for (TaskResult task : tasks) {
      page.append("\n### ").append(task.task()).append('\n');
      page.append(picture(directory, task)).append('\n');
    }
    save(directory.resolve("agents.md"), page.toString());
  }

  private String picture(Path directory, TaskResult task) throws IOException {
    if (!curves.containsKey(task.task())) {
      return "No curve was recorded.";
    }
    String file = PICTURES + "/" + task.task() + ".svg";
    save(directory.resolve(file), chart(task).svg());
    return "![Learning curve of " + task.task() + "](" + file + ")";
  }

  private CurveChart chart(TaskResult task) {
    List<CurveRow> rows = curves.get(task.task());
    long seeds = rows.stream().mapToLong(CurveRow::seed).distinct().count();
    return new CurveChart(
        task.task(),
        "interquartile mean of " + seeds + " seeds in training",
        "worst to best seed",
        CurveBands.of(rows),
        task.bar());
  }

  private static void save(Path file, String text) throws IOException {
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> Map<String, List<T>> byTask(List<T> rows, Function<T, String> task) {
    return rows.stream()
        .collect(Collectors.groupingBy(task, LinkedHashMap::new, Collectors.toList()));
  }
}
