package dev.libra.control.learned;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The only folder from which an operator may load artifacts while control runs. */
final class ArtifactFolder {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.zip");

  private final Path folder;

  ArtifactFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * @throws IllegalArgumentException if the name could lead elsewhere, or no file has it
   */
  Path file(String name) {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "artifact must be the name of a .zip file in " + folder + ", was: " + name);
    }
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file) || leadsElsewhere(file)) {
      throw new IllegalArgumentException("artifact must be a file in " + folder + ", was: " + name);
    }
    return file;
  }

  /** A symbolic link would. */
  private boolean leadsElsewhere(Path file) {
    try {
      return !file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
