package dev.libra.simulator.trace;

import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** {@code timestamp,value} lines; a step is as long as most distances of two timestamps. */
final class CountsFormat {
  private static final int LONGEST = 10_000_000;
  private final TraceLines lines;
  private final int first;

  CountsFormat(TraceLines lines) {
    this.lines = lines;
    this.first = lines.firstRow();
  }

  Trace read(String name) {
    int rows = lines.size() - first;
    if (rows < 2) {
      throw lines.invalid("needs at least two timestamps");
    }
    double[] times = new double[rows];
    double[] counts = new double[rows];
    for (int i = 0; i < rows; i++) {
      String[] cells = cells(first + i);
      times[i] = time(cells[0], first + i);
      counts[i] = lines.number(cells[1], first + i);
      if (i > 0 && times[i] <= times[i - 1]) {
        throw lines.invalid(first + i, "later than the line before", cells[0], null);
      }
    }
    return trace(name, times, counts, step(times));
  }

  private String[] cells(int index) {
    String[] cells = lines.text(index).split(",", -1);
    if (cells.length != 2) {
      throw lines.invalid(index, "timestamp,value", lines.text(index), null);
    }
    return cells;
  }

  private double time(String text, int index) {
    try {
      return Timestamps.seconds(text);
    } catch (DateTimeParseException e) {
      throw lines.invalid(index, "a timestamp such as 2014-04-10 00:04:00, or seconds", text, e);
    }
  }

  private static double step(double[] times) {
    double[] distances = new double[times.length - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = times[i + 1] - times[i];
    }
    Arrays.sort(distances);
    return distances[distances.length / 2];
  }

  /** Steps without a line last as the one before. */
  private Trace trace(String name, double[] times, double[] counts, double step) {
    long steps = Math.round((times[times.length - 1] - times[0]) / step) + 1;
    if (steps > LONGEST) {
      throw lines.invalid("spans " + steps + " steps of " + step + " s, allowed are " + LONGEST);
    }
    double[] rates = new double[(int) steps];
    int filled = 0;
    for (int i = 0; i < times.length; i++) {
      int slot = (int) Math.round((times[i] - times[0]) / step);
      for (int gap = filled; gap < slot; gap++) {
        rates[gap] = rates[gap - 1];
      }
      rates[slot] = counts[i] / step;
      filled = slot + 1;
    }
    return new Trace(name, rates, step);
  }
}
