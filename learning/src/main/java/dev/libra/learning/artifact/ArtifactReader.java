package dev.libra.learning.artifact;

import dev.libra.learning.inference.ObservationLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Reads policy artifacts, all or nothing. */
public final class ArtifactReader {
  private static final Set<String> ENTRIES =
      new TreeSet<>(
          Set.of(
              PolicyArtifact.CURVE,
              PolicyArtifact.DIGESTS,
              PolicyArtifact.MANIFEST,
              PolicyArtifact.MODEL));

  private ArtifactReader() {}

  /**
   * Reads an artifact whoever it was trained for.
   *
   * @throws ArtifactException if the file is anything but an undamaged artifact of this version
   */
  public static PolicyArtifact read(Path file) {
    try {
      return decode(bytes(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new ArtifactException(file, e.getMessage(), e);
    }
  }

  /**
   * Reads an artifact that is to decide on observations of this layout.
   *
   * @throws ArtifactException also if it was trained on another layout
   */
  public static PolicyArtifact read(Path file, ObservationLayout expected) {
    PolicyArtifact artifact = read(file);
    ObservationLayout found = artifact.manifest().layout();
    if (!found.equals(expected)) {
      throw new ArtifactException(
          file,
          "its observation layout must be %s %s, is: %s %s"
              .formatted(expected.id(), expected.features(), found.id(), found.features()),
          null);
    }
    return artifact;
  }

  private static byte[] bytes(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no such file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(PolicyArtifact.MAX_BYTES + 1);
      if (bytes.length > PolicyArtifact.MAX_BYTES) {
        throw new IllegalArgumentException(
            "it is larger than the " + PolicyArtifact.MAX_BYTES + " bytes allowed");
      }
      return bytes;
    }
  }

  private static PolicyArtifact decode(byte[] bytes) {
    SortedMap<String, byte[]> entries = CanonicalZip.unpack(bytes, PolicyArtifact.MAX_BYTES);
    if (entries.containsKey(PolicyArtifact.MANIFEST)) {
      // First, since another version may hold other entries.
      ManifestJson.checkVersion(entries.get(PolicyArtifact.MANIFEST));
    }
    Set<String> required = new TreeSet<>(entries.keySet());
    required.remove(PolicyArtifact.DECOMPOSITION);
    if (!required.equals(ENTRIES)) {
      throw new IllegalArgumentException(
          "it must hold %s and may hold %s, holds: %s"
              .formatted(ENTRIES, PolicyArtifact.DECOMPOSITION, entries.keySet()));
    }
    CanonicalZip.checkCanonical(entries, bytes);
    Digests claimed = Digests.decode(entries.remove(PolicyArtifact.DIGESTS));
    entries.forEach((name, content) -> checkHash(name, content, claimed));
    PolicyArtifact artifact = new PolicyArtifact(entries);
    if (!artifact.digests().equals(claimed)) {
      throw new IllegalArgumentException(
          "its digest must be " + artifact.digest() + ", is: " + claimed.digest());
    }
    return artifact;
  }

  private static void checkHash(String name, byte[] content, Digests claimed) {
    String actual = Sha256.of(content);
    String expected = claimed.entries().get(name);
    if (!actual.equals(expected)) {
      throw new IllegalArgumentException(
          "the SHA-256 of " + name + " must be " + expected + ", is: " + actual);
    }
  }
}
