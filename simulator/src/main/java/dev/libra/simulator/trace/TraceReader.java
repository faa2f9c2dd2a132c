package dev.libra.simulator.trace;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a trace file.
 *
 * <p>With commas it is {@code timestamp,value}: requests per step. Without, it is one arrival per
 * line if it is headed {@code arrival}, {@code arrivals}, {@code timestamp} or {@code time}, or if
 * its first line is a date or seconds since 1970; else it is one rate (requests/s) per line and
 * second. A heading is not needed.
 */
public final class TraceReader {
  private static final Set<String> ARRIVALS = Set.of("arrival", "arrivals", "timestamp", "time");
  private static final double HIGHEST_RATE = 1e6;

  private TraceReader() {}

  /**
   * @throws TraceException naming file, line and value if the file isn't a trace
   */
  public static Trace read(Path file) {
    return read(file, TraceFormat.AUTO);
  }

  /** The same in a format that is known. */
  public static Trace read(Path file, TraceFormat format) {
    TraceLines lines = TraceLines.of(file);
    String name = file.getFileName().toString().replaceAll("\\.[A-Za-z]+$", "");
    return switch (format == TraceFormat.AUTO ? guess(lines) : format) {
      case COUNTS -> new CountsFormat(lines).read(name);
      case ARRIVALS -> new ArrivalsFormat(lines).read(name);
      default -> rates(lines, name);
    };
  }

  private static TraceFormat guess(TraceLines lines) {
    String first = lines.text(0);
    if (first.contains(",")) {
      return TraceFormat.COUNTS;
    }
    boolean headed = ARRIVALS.contains(first.toLowerCase(Locale.ROOT).replace("\"", ""));
    return headed || Timestamps.isDate(first) || isEpoch(first)
        ? TraceFormat.ARRIVALS
        : TraceFormat.RATES;
  }

  private static boolean isEpoch(String text) {
    try {
      return Double.parseDouble(text) > HIGHEST_RATE;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Trace rates(TraceLines lines, String name) {
    int first = lines.firstRow();
    if (first == lines.size()) {
      throw lines.invalid("has a heading and no rates");
    }
    double[] rates = new double[lines.size() - first];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = lines.number(lines.text(first + i), first + i);
    }
    return new Trace(name, rates, 1);
  }
}
