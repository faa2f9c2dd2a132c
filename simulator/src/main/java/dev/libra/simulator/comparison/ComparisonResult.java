package dev.libra.simulator.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a comparison came to: tables, verdicts and the report. */
public final class ComparisonResult {
  private final Plan plan;
  private final List<TraceOutcome> outcomes;
  private final Map<String, String> tuned;
  private final List<Verdict> verdicts;
  private final boolean whole;

  ComparisonResult(
      Plan plan,
      List<TraceOutcome> outcomes,
      Map<String, String> tuned,
      List<Verdict> verdicts,
      boolean whole) {
    this.plan = plan;
    this.outcomes = List.copyOf(outcomes);
    this.tuned = tuned;
    this.verdicts = List.copyOf(verdicts);
    this.whole = whole;
  }

  /**
   * Writes {@code results.csv}, {@code shifts.csv}, {@code summary.json} and {@code report.html},
   * each in one step.
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    write(folder.resolve("results.csv"), csv());
    write(folder.resolve("shifts.csv"), shiftsCsv());
    write(folder.resolve("summary.json"), new SummaryJson(this).text());
    write(folder.resolve("report.html"), new Report(this).html());
  }

  /** The rows as {@code results.csv} has them. */
  public String csv() {
    Stream<String> header = Stream.of(String.join(",", RunRow.COLUMNS));
    Stream<String> rows = outcomes.stream().flatMap(o -> o.rows().stream()).map(RunRow::csv);
    return Stream.concat(header, rows).collect(Collectors.joining("\n", "", "\n"));
  }

  private String shiftsCsv() {
    Stream<String> header = Stream.of("shift," + String.join(",", RunRow.COLUMNS));
    Stream<String> rows = outcomes.stream().flatMap(o -> o.shifts().stream()).map(ShiftRow::csv);
    return Stream.concat(header, rows).collect(Collectors.joining("\n", "", "\n"));
  }

  /** One sentence per trace and trained policy, or per trace without any. */
  public List<String> sentences() {
    return verdicts.isEmpty()
        ? outcomes.stream().map(Verdicts::baseline).toList()
        : verdicts.stream().map(Verdict::sentence).toList();
  }

  /** False where it was ended early. */
  public boolean whole() {
    return whole;
  }

  Plan plan() {
    return plan;
  }

  List<TraceOutcome> outcomes() {
    return outcomes;
  }

  Map<String, String> tuned() {
    return tuned;
  }

  List<Verdict> verdicts() {
    return verdicts;
  }

  private static void write(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(temporary, text, StandardCharsets.UTF_8);
    Files.move(
        temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
