package dev.libra.process;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The process records of one installation: one JSON file each in {@code .libra/run}. */
public final class ProcessRegistry {
  private static final String SUFFIX = ".json";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path directory;

  public ProcessRegistry(LibraHome home) {
    this.directory = home.run();
  }

  /** Writes the record in one step: a reader sees the old one or the new one, never half of it. */
  public void write(ProcessRecord record) {
    try {
      Files.createDirectories(directory);
      Path half = Files.createTempFile(directory, record.name(), ".tmp");
      JSON.writeValue(half.toFile(), record);
      Files.move(
          half,
          file(record.name()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file(record.name()), e);
    }
  }

  /**
   * @throws CorruptRecordException if the file is there but holds no record of that name
   */
  public Optional<ProcessRecord> read(String name) {
    return read(file(name));
  }

  public void remove(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file(name), e);
    }
  }

  /** All records by name, whether their process lives or not. */
  public List<ProcessRecord> all() {
    return files().stream().flatMap(file -> read(file).stream()).toList();
  }

  /** The records whose very process lives. */
  public List<ProcessRecord> live() {
    return all().stream().filter(Processes::isAlive).toList();
  }

  /** The record files, readable or not. */
  public List<Path> files() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  private Path file(String name) {
    return directory.resolve(ProcessRecord.requireName("name", name) + SUFFIX);
  }

  private static Optional<ProcessRecord> read(Path file) {
    try {
      ProcessRecord record = JSON.readValue(Files.readAllBytes(file), ProcessRecord.class);
      if (record == null || !file.getFileName().toString().equals(record.name() + SUFFIX)) {
        throw new IOException("it names another process");
      }
      return Optional.of(record);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CorruptRecordException(file, e);
    }
  }
}
