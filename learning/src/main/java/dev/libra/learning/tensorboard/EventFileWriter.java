package dev.libra.learning.tensorboard;

import dev.libra.fleet.Check;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes scalars to an event file that {@code tensorboard --logdir} shows; not thread-safe.
 *
 * <p>A resumed training opens a new file in the same directory: TensorBoard joins them.
 */
public final class EventFileWriter implements Closeable {
  private final Clock clock;
  private final Path file;
  private final OutputStream out;

  /**
   * @param directory is made where it doesn't exist
   * @param clock dates the events and names the file
   */
  public EventFileWriter(Path directory, Clock clock) throws IOException {
    this.clock = clock;
    Files.createDirectories(directory);
    this.file = newFile(directory, clock.instant().getEpochSecond());
    this.out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE));
    out.write(TfRecord.frame(EventProto.version(now())));
    out.flush();
  }

  public Path file() {
    return file;
  }

  /**
   * Adds an event with a value for each tag, such as {@code losses/policy}.
   *
   * @param values kept as floats; NaN and infinities are shown by TensorBoard as such
   */
  public void scalars(long step, Map<String, Double> values) throws IOException {
    Check.notNegative("step", step);
    values.keySet().forEach(tag -> Check.text("tag", tag));
    out.write(TfRecord.frame(EventProto.scalars(now(), step, new TreeMap<>(values))));
  }

  /** Lets TensorBoard see what was added. */
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private double now() {
    Instant instant = clock.instant();
    return instant.getEpochSecond() + instant.getNano() / 1e9;
  }

  private static Path newFile(Path directory, long second) throws IOException {
    for (int i = 0; ; i++) {
      Path file = directory.resolve("events.out.tfevents.%010d.libra.%d".formatted(second, i));
      try {
        return Files.createFile(file);
      } catch (FileAlreadyExistsException e) {
        // Another training began in the same second: take the next number.
        continue;
      }
    }
  }
}
