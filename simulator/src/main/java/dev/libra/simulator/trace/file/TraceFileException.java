package dev.libra.simulator.trace.file;

import java.nio.file.Path;

/** A trace file that can't be used; the message names file, line and what is wrong. */
public final class TraceFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param line counted from 1, or 0 for the file as a whole
   */
  TraceFileException(Path file, int line, String problem) {
    super(file + (line > 0 ? ":" + line : "") + ": " + problem);
  }
}
