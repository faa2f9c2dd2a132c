package dev.libra.learning.artifact;

import java.nio.file.Path;

/** Says in one sentence which file is no policy artifact that can be used, and why. */
public final class ArtifactException extends RuntimeException {

  ArtifactException(Path file, String problem, Throwable cause) {
    super("policy artifact " + file + " was refused: " + problem, cause);
  }
}
