package dev.libra.simulator.comparison;

import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.trace.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A workload in a file, and the hash that fixes its version.
 *
 * @param sha256 of the file's bytes, in hexadecimal digits
 */
public record TraceFile(Path file, String sha256, Trace trace) {

  /**
   * Reads a trace in any format that {@link TraceReader} knows.
   *
   * @throws dev.libra.simulator.trace.TraceException naming file, line and value if it isn't one
   */
  public static TraceFile read(Path file) {
    Trace trace = TraceReader.read(file);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return new TraceFile(file, HexFormat.of().formatHex(hash), trace);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
