package dev.libra.simulator.trace.file;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * A line that isn't empty and no comment.
 *
 * @param number counted from 1
 * @param header whether it names the columns
 */
record Line(Path file, int number, boolean header, List<String> cells) {

  static List<Line> split(Path file, String text) {
    List<Line> lines = new ArrayList<>();
    String[] raw = text.replace("\uFEFF", "").split("\r\n|\n|\r", -1);
    for (int i = 0; i < raw.length; i++) {
      String line = raw[i].strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        boolean header = lines.isEmpty() && line.chars().noneMatch(Character::isDigit);
        lines.add(new Line(file, i + 1, header, cells(line)));
      }
    }
    return lines;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split("[,;\t]", -1)) {
      cells.add(cell.strip().replaceAll("^\"|\"$", ""));
    }
    return cells;
  }

  /** A finite number that isn't negative. */
  double rate(int column) {
    double value = number(column);
    if (!(value >= 0 && value <= 1e6)) {
      throw error("a rate must be between 0 and 1000000 requests/s, was: " + cells.get(column));
    }
    return value;
  }

  /** Seconds of a date-time (UTC unless it says otherwise) or a number of seconds. */
  double seconds(int column) {
    String cell = cells.get(column);
    if (isDateTime(column)) {
      Instant at = dateTime(cell);
      return at.getEpochSecond() + at.getNano() / 1e9;
    }
    return number(column);
  }

  boolean isDateTime(int column) {
    try {
      dateTime(cells.get(column));
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  boolean isNumber(int column) {
    try {
      return Double.isFinite(Double.parseDouble(cells.get(column)));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  TraceFileException error(String problem) {
    return new TraceFileException(file, number, problem);
  }

  private double number(int column) {
    if (!isNumber(column)) {
      throw error(
          "column "
              + (column + 1)
              + " must be a finite number, was: \""
              + cells.get(column)
              + "\"");
    }
    return Double.parseDouble(cells.get(column));
  }

  private static Instant dateTime(String cell) {
    String iso = cell.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    return iso.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
        ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }
}
