package dev.libra.process;

import java.nio.file.Path;

/** A process record that cannot be read; its message names the file and what to do. */
public final class CorruptRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CorruptRecordException(Path file, Throwable cause) {
    super("process record " + file + " is corrupt (" + firstLine(cause) + "): delete it", cause);
  }

  private static String firstLine(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return message.lines().findFirst().orElse("");
  }
}
