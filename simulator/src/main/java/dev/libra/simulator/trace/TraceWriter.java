package dev.libra.simulator.trace;

import dev.libra.fleet.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Writes a trace as {@link TraceReader} reads it. */
public final class TraceWriter {
  private TraceWriter() {}

  /**
   * Writes one rate per line and second, to a thousandth.
   *
   * @param file a new one
   * @param trace in steps of 1 s
   * @param remark stands above the rates; one line
   * @throws IOException if the file is there already or can't be written
   */
  public static void write(Path file, Trace trace, String remark) throws IOException {
    Check.between(trace.name() + ": step in s", trace.stepS(), 1, 1);
    StringBuilder lines = new StringBuilder("# ").append(remark).append('\n');
    for (double rate : trace.rates()) {
      lines.append(String.format(Locale.ROOT, "%.3f\n", rate));
    }
    Files.write(
        file, lines.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
  }
}
