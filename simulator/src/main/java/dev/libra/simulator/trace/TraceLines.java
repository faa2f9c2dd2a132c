package dev.libra.simulator.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file's lines that say something: blank ones and those that begin with # are left out. */
final class TraceLines {
  private static final double HIGHEST = 1e6;
  private final Path file;
  private final List<String> texts = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();

  private TraceLines(Path file) {
    this.file = file;
  }

  static TraceLines of(Path file) {
    TraceLines lines = new TraceLines(file);
    List<String> all = read(file);
    for (int i = 0; i < all.size(); i++) {
      String text = all.get(i).replace("\uFEFF", "").strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        lines.texts.add(text);
        lines.numbers.add(i + 1);
      }
    }
    if (lines.texts.isEmpty()) {
      throw new TraceException(file + " is empty");
    }
    return lines;
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new TraceException(
          "can't read the trace " + file + " (is it there, as UTF-8 text?)", e);
    }
  }

  int size() {
    return texts.size();
  }

  String text(int index) {
    return texts.get(index);
  }

  /** Whether the first line is a heading: words without digits. */
  boolean hasHeading() {
    return texts.get(0).matches("[\\p{Alpha}_\"][^0-9]*");
  }

  int firstRow() {
    return hasHeading() ? 1 : 0;
  }

  /** A rate or a count: 0 to 1,000,000. */
  double number(String text, int index) {
    double value = Double.NaN;
    try {
      value = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw invalid(index, "a number from 0 to 1000000", text, e);
    }
    if (!(value >= 0 && value <= HIGHEST)) {
      throw invalid(index, "a number from 0 to 1000000", text, null);
    }
    return value;
  }

  TraceException invalid(int index, String wanted, String was, Throwable cause) {
    return new TraceException(
        file + " line " + numbers.get(index) + " must be " + wanted + ", was: " + was, cause);
  }

  TraceException invalid(String problem) {
    return new TraceException(file + " " + problem);
  }
}
