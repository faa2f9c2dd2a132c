package dev.libra.learning.artifact;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes and reads {@code manifest.json}: the manifest with the format's name and version. */
final class ManifestJson {
  static final String FORMAT = "libra-policy";
  static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          // Java 19 changed Double.toString; this prints the shortest form on every Java.
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ManifestJson() {}

  static byte[] encode(Manifest manifest) {
    ObjectNode json = JSON.createObjectNode().put("format", FORMAT).put("formatVersion", VERSION);
    json.setAll((ObjectNode) JSON.valueToTree(manifest));
    try {
      return (JSON.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JacksonException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException if it is of another format or version
   */
  static void checkVersion(byte[] bytes) {
    JsonNode json = tree(bytes);
    String format = json.path("format").asText();
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException("format must be " + FORMAT + ", is: " + format);
    }
    JsonNode version = json.path("formatVersion");
    if (!version.isInt() || version.intValue() != VERSION) {
      throw new IllegalArgumentException(
          "version must be " + VERSION + ", is: " + version + "; this Libra reads no other");
    }
  }

  /**
   * @throws IllegalArgumentException if a value is missing, unknown or not allowed
   */
  static Manifest decode(byte[] bytes) {
    ObjectNode json = tree(bytes);
    json.remove("format");
    json.remove("formatVersion");
    try {
      return JSON.treeToValue(json, Manifest.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("manifest.json: " + e.getOriginalMessage(), e);
    }
  }

  private static ObjectNode tree(byte[] bytes) {
    try {
      if (JSON.readTree(bytes) instanceof ObjectNode json) {
        return json;
      }
      throw new IllegalArgumentException("manifest.json is no JSON object");
    } catch (IOException e) {
      throw new IllegalArgumentException("manifest.json is not valid JSON", e);
    }
  }
}
