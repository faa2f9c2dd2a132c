package dev.libra.simulator.trace;

import java.time.format.DateTimeParseException;

/** One arrival per line; they are counted per second. */
final class ArrivalsFormat {
  private static final int LONGEST_S = 10_000_000;
  private final TraceLines lines;

  ArrivalsFormat(TraceLines lines) {
    this.lines = lines;
  }

  Trace read(String name) {
    int first = lines.firstRow();
    if (first == lines.size()) {
      throw lines.invalid("has a heading and no arrivals");
    }
    double begin = Math.floor(time(first));
    double last = time(lines.size() - 1);
    if (last - begin >= LONGEST_S) {
      throw lines.invalid("spans " + (last - begin) + " s, allowed are " + LONGEST_S);
    }
    double[] rates = new double[(int) Math.max(0, last - begin) + 1];
    double before = begin;
    for (int i = first; i < lines.size(); i++) {
      double time = time(i);
      if (time < before || time > last) {
        throw lines.invalid(i, "in order of time", lines.text(i), null);
      }
      rates[(int) (time - begin)]++;
      before = time;
    }
    return new Trace(name, rates, 1);
  }

  private double time(int index) {
    try {
      return Timestamps.seconds(lines.text(index));
    } catch (DateTimeParseException e) {
      throw lines.invalid(
          index,
          "an arrival's time in seconds or as 2014-04-10T00:04:00.125",
          lines.text(index),
          e);
    }
  }
}
