package dev.libra.spool;

import dev.libra.fleet.Check;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A bounded file of lines that wait for a store, oldest first; it survives the process. */
public final class Spool {
  private final Path file;
  private final long maxBytes;

  /** Takes one line; throws when the store behind is away. */
  @FunctionalInterface
  public interface LineSink {
    void accept(String line) throws Exception;
  }

  public Spool(Path file, long maxBytes) {
    this.file = Check.present("file", file);
    this.maxBytes = Check.between("maxBytes", maxBytes, 1, Long.MAX_VALUE);
  }

  public synchronized boolean isEmpty() {
    return size() == 0;
  }

  /**
   * Adds a line at the end.
   *
   * @return false when it no longer fits: the line is not kept
   */
  public synchronized boolean append(String line) {
    if (line.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a spooled line must not contain a line break");
    }
    byte[] bytes = (afterTornLine() + line + "\n").getBytes(StandardCharsets.UTF_8);
    if (size() + bytes.length > maxBytes) {
      return false;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("can't write the spool " + file, e);
    }
  }

  /**
   * Hands the lines to the sink in order until it throws; those not taken stay.
   *
   * @throws Exception what the sink threw
   */
  public synchronized void drain(LineSink sink) throws Exception {
    if (isEmpty()) {
      return;
    }
    long taken = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        sink.accept(line);
        taken++;
      }
    } finally {
      dropFirst(taken);
    }
  }

  private void dropFirst(long count) throws IOException {
    if (count == 0) {
      return;
    }
    Path rest = file.resolveSibling(file.getFileName() + ".rest");
    try (var lines = Files.lines(file)) {
      List<String> left = lines.skip(count).toList();
      Files.write(rest, left);
    }
    Files.move(rest, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A line break where a crash left the last line without one. */
  private String afterTornLine() {
    long size = size();
    if (size == 0) {
      return "";
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(size - 1);
      return bytes.read() == '\n' ? "" : "\n";
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the spool " + file, e);
    }
  }

  private long size() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the spool " + file, e);
    }
  }
}
