package dev.libra.traffic.trace;

import dev.libra.traffic.rate.RateCurve;
import dev.libra.traffic.rate.StepCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a trace file: either one rate (requests/s) per line and second, or {@code timestamp,value}
 * lines with a heading, where the value counts the requests of a step whose length is the distance
 * of the first two timestamps.
 */
public final class TraceReader {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd['T'][' ']HH:mm:ss");

  private final Path file;

  private record Row(LocalDateTime at, double count) {}

  private TraceReader(Path file) {
    this.file = file;
  }

  /**
   * @throws TraceException naming file, line and value if the file isn't such a trace
   */
  public static RateCurve read(Path file) {
    return new TraceReader(file).read();
  }

  private RateCurve read() {
    List<String> lines = lines();
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    if (first == lines.size()) {
      throw new TraceException(file + " is empty");
    }
    return lines.get(first).contains(",") ? counts(lines, first) : rates(lines);
  }

  private RateCurve rates(List<String> lines) {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rates.add(number(lines.get(i).strip(), i));
      }
    }
    return new StepCurve(rates.stream().mapToDouble(Double::doubleValue).toArray(), 1);
  }

  private RateCurve counts(List<String> lines, int first) {
    List<Row> rows = new ArrayList<>();
    boolean heading = !lines.get(first).matches("\\d{4}-.*");
    for (int i = first + (heading ? 1 : 0); i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(lines.get(i), i));
      }
    }
    if (rows.size() < 2) {
      throw new TraceException(file + " needs at least two timestamps");
    }
    double stepS = Duration.between(rows.get(0).at(), rows.get(1).at()).toMillis() / 1000.0;
    if (stepS <= 0) {
      throw new TraceException(
          file + ": timestamps must grow, were " + rows.get(0).at() + ", " + rows.get(1).at());
    }
    return new StepCurve(rows.stream().mapToDouble(r -> r.count() / stepS).toArray(), stepS);
  }

  private Row row(String line, int index) {
    String[] cells = line.split(",", -1);
    if (cells.length != 2) {
      throw invalid(index, "timestamp,value", line, null);
    }
    try {
      return new Row(
          LocalDateTime.parse(cells[0].strip(), TIMESTAMP), number(cells[1].strip(), index));
    } catch (DateTimeParseException e) {
      throw invalid(index, "a timestamp such as 2014-04-10 00:04:00", cells[0], e);
    }
  }

  private double number(String text, int index) {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value <= 1e6) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw invalid(index, "a number from 0 to 1000000", text, e);
    }
    throw invalid(index, "a number from 0 to 1000000", text, null);
  }

  private TraceException invalid(int index, String wanted, String was, Throwable cause) {
    return new TraceException(
        file + " line " + (index + 1) + " must be " + wanted + ", was: " + was, cause);
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new TraceException(
          "can't read the trace " + file + " (is it there, as UTF-8 text?)", e);
    }
  }
}
