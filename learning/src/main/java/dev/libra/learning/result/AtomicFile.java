package dev.libra.learning.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files in one step: a reader sees the old one or the new one, never half of it. */
public final class AtomicFile {

  private AtomicFile() {}

  /** Makes the directories above it; the bytes are on the disk before the name is. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    // Not createTempFile: only its owner could read the result.
    Path half = directory.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(half, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }
}
