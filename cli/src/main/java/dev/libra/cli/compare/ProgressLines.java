package dev.libra.cli.compare;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line for each thing done, with the seconds since the start. */
public final class ProgressLines {
  private final PrintWriter out;
  private final LongSupplier nanoTime;
  private final long start;

  public ProgressLines(PrintWriter out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  public synchronized void say(String line) {
    double seconds = (nanoTime.getAsLong() - start) / 1e9;
    out.printf(Locale.ROOT, "%7.1f s  %s%n", seconds, line);
    out.flush();
  }
}
