package dev.libra.simulator.trace.file;

import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.trace.file.TraceFile.Format;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How each format's lines become a trace. */
final class Formats {
  /** Numbers from here on are taken for epoch seconds, since no rate is as high. */
  private static final double EPOCH = 1e8;

  private static final int MAX_STEPS = 10_000_000;

  private Formats() {}

  static Format of(Path file, List<Line> lines) {
    if (lines.isEmpty()) {
      throw new TraceFileException(file, 0, "it must hold at least one value, is empty");
    }
    int columns = lines.get(0).cells().size();
    if (columns > 2) {
      throw lines.get(0).error("there must be one or two columns, were: " + columns);
    }
    for (Line line : lines) {
      if (line.cells().size() != columns) {
        throw line.error("there must be " + columns + " columns, were: " + line.cells().size());
      }
    }
    if (columns == 2) {
      return Format.VALUES;
    }
    return arrivals(lines) ? Format.ARRIVALS : Format.RATES;
  }

  private static boolean arrivals(List<Line> lines) {
    Line first = lines.get(0);
    if (first.header()) {
      String name = first.cells().get(0).toLowerCase(Locale.ROOT);
      return name.contains("arrival") || name.contains("timestamp");
    }
    return first.isDateTime(0) || first.isNumber(0) && first.seconds(0) >= EPOCH;
  }

  static Trace rates(Path file, String name, List<Line> lines) {
    return new Trace(name, lines.stream().mapToDouble(line -> line.rate(0)).toArray(), 1);
  }

  /** The step is the median distance; a gap repeats the value before it. */
  static Trace values(Path file, String name, List<Line> lines) {
    double[] times = times(lines);
    if (times.length < 2) {
      throw lines.get(0).error("at least two timestamps are needed to tell the step, was one");
    }
    double[] gaps = new double[times.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = times[i + 1] - times[i];
      if (gaps[i] <= 0) {
        throw lines.get(i + 1).error("its timestamp must be later than the one before, is not");
      }
    }
    Arrays.sort(gaps);
    double step = gaps[gaps.length / 2];
    double[] rates = new double[steps(lines, times, step, 0.5)];
    int line = 0;
    for (int i = 0; i < rates.length; i++) {
      while (line + 1 < times.length && times[line + 1] <= times[0] + (i + 0.5) * step) {
        line++;
      }
      rates[i] = lines.get(line).rate(1);
    }
    lines.forEach(each -> each.rate(1));
    return new Trace(name, rates, step);
  }

  /** Counts arrivals in steps of 1 s. */
  static Trace arrivals(Path file, String name, List<Line> lines) {
    double[] times = times(lines);
    for (int i = 1; i < times.length; i++) {
      if (times[i] < times[i - 1]) {
        throw lines.get(i).error("arrivals must be in order of time, this one is earlier");
      }
    }
    double[] rates = new double[steps(lines, times, 1, 0)];
    for (double time : times) {
      rates[(int) Math.min(rates.length - 1, time - times[0])]++;
    }
    return new Trace(name, rates, 1);
  }

  private static double[] times(List<Line> lines) {
    return lines.stream().mapToDouble(line -> line.seconds(0)).toArray();
  }

  private static int steps(List<Line> lines, double[] times, double step, double rounding) {
    double steps = Math.floor((times[times.length - 1] - times[0]) / step + rounding) + 1;
    if (steps > MAX_STEPS) {
      throw lines
          .get(lines.size() - 1)
          .error(
              "at most " + MAX_STEPS + " steps of " + step + " s may lie between the timestamps");
    }
    return (int) steps;
  }
}
