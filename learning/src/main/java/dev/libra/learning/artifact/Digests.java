package dev.libra.learning.artifact;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code digests.json} says.
 *
 * @param digest names what was learned: SHA-256 of the lines "hash, two blanks, name" of the
 *     entries, the manifest counted as if created at the epoch, so that the same training gives the
 *     same digest on another day
 * @param entries SHA-256 of each other entry as it is
 */
record Digests(String digest, Map<String, String> entries) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  Digests {
    Sha256.check("digest", digest);
    entries = new TreeMap<>(entries);
    entries.forEach((name, hash) -> Sha256.check("SHA-256 of " + name, hash));
  }

  static Digests of(Manifest manifest, Map<String, byte[]> entries) {
    Map<String, String> hashes = new TreeMap<>();
    entries.forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
    Map<String, String> timeless = new TreeMap<>(hashes);
    byte[] json = ManifestJson.encode(manifest.withCreated(Instant.EPOCH));
    timeless.put(PolicyArtifact.MANIFEST, Sha256.of(json));
    StringBuilder lines = new StringBuilder();
    timeless.forEach((name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
    return new Digests(Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8)), hashes);
  }

  byte[] encode() {
    try {
      return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JacksonException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException if it is anything else
   */
  static Digests decode(byte[] bytes) {
    try {
      return JSON.readValue(bytes, Digests.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("digests.json is damaged", e);
    }
  }
}
