package dev.libra.simulator.trace.file;

import dev.libra.simulator.trace.Trace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A workload in a file and the hash that fixes its version.
 *
 * @param sha256 of the file's bytes, in hexadecimal digits
 * @param format how it was read
 */
public record TraceFile(Path file, String sha256, Format format, Trace trace) {
  private static final long MAX_BYTES = 512L << 20;

  /** What the lines hold. */
  public enum Format {
    /** One column: requests/s, a line per second. */
    RATES,
    /** Two columns, {@code timestamp,value}: requests/s from this moment on. */
    VALUES,
    /** One column: the moment of each arrival. */
    ARRIVALS
  }

  /**
   * Reads a file in whichever of the formats it has.
   *
   * <p>Empty lines and lines that begin with {@code #} are left out, and so is a first line without
   * digits (a header). A column of date-times, of numbers from 10^8 on that never fall (epoch
   * seconds), or under a header that says {@code arrival} or {@code timestamp}, holds arrivals; any
   * other one rates.
   *
   * @throws TraceFileException naming file, line and problem
   */
  public static TraceFile read(Path file) {
    byte[] bytes = bytes(file);
    List<Line> lines = Line.split(file, text(file, bytes));
    Format format = Formats.of(file, lines);
    List<Line> data = lines.stream().filter(line -> !line.header()).toList();
    if (data.isEmpty()) {
      throw new TraceFileException(file, 0, "it must hold at least one value, holds none");
    }
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    Trace trace =
        switch (format) {
          case RATES -> Formats.rates(file, name, data);
          case VALUES -> Formats.values(file, name, data);
          case ARRIVALS -> Formats.arrivals(file, name, data);
        };
    return new TraceFile(file, sha256(bytes), format, trace);
  }

  private static byte[] bytes(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new TraceFileException(file, 0, "there is no such file");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new TraceFileException(
            file, 0, "it may have " + MAX_BYTES + " bytes, has " + Files.size(file));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new TraceFileException(file, 0, "it can't be read: " + e.getMessage());
    }
  }

  private static String text(Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new TraceFileException(file, 0, "it must be UTF-8 text, is not");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
