package dev.libra.learning.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads CSV files of numbers and names, without quotes, under a header that is given. */
final class StrictCsv {

  private StrictCsv() {}

  /**
   * @param row makes a row of the values by column
   * @throws IllegalArgumentException naming the file and the line that is wrong
   */
  static <T> List<T> read(Path file, List<String> columns, Function<Map<String, String>, T> row)
      throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).equals(String.join(",", columns))) {
      throw wrong(file, 1, "must be " + String.join(",", columns), null);
    }
    List<T> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        rows.add(row.apply(values(columns, lines.get(i))));
      } catch (IllegalArgumentException e) {
        throw wrong(file, i + 1, e.getMessage(), e);
      }
    }
    return rows;
  }

  static long whole(Map<String, String> values, String column) {
    try {
      return Long.parseLong(values.get(column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          column + " must be a whole number, was: " + values.get(column), e);
    }
  }

  static double number(Map<String, String> values, String column) {
    try {
      return Double.parseDouble(values.get(column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          column + " must be a number, was: " + values.get(column), e);
    }
  }

  private static Map<String, String> values(List<String> columns, String line) {
    String[] values = line.split(",", -1);
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "must have " + columns.size() + " values, had: " + values.length);
    }
    Map<String, String> byColumn = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      byColumn.put(columns.get(i), values[i]);
    }
    return byColumn;
  }

  private static IllegalArgumentException wrong(
      Path file, int line, String problem, Exception cause) {
    return new IllegalArgumentException(file + " line " + line + ": " + problem, cause);
  }
}
