package dev.libra.learning.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;

/**
 * Looks at a model before Deeplearning4j does, which believes any size and any class that the file
 * names.
 */
final class ModelCheck {
  private static final List<String> CLASSES =
      List.of("org.deeplearning4j.nn.conf.", "org.deeplearning4j.nn.weights.", "org.nd4j.linalg.");

  private ModelCheck() {}

  /**
   * @return whether it is a graph, not a plain stack of layers
   * @throws IllegalArgumentException if a class is foreign or the sizes don't fit the bytes
   */
  static boolean isGraph(byte[] configuration, byte[] coefficients) throws IOException {
    JsonNode json = new ObjectMapper().readTree(configuration);
    for (JsonNode type : json.findValues("@class")) {
      if (CLASSES.stream().noneMatch(type.asText()::startsWith)) {
        throw new IllegalArgumentException("it names the foreign class " + type.asText());
      }
    }
    long held = held(coefficients);
    double declared = weights(json);
    if (declared > held) {
      throw new IllegalArgumentException(
          "it declares %.0f weights and holds %d".formatted(declared, held));
    }
    return json.has("vertices");
  }

  /** The weights of all layers, biases left out; a double, which can't overflow. */
  private static double weights(JsonNode json) {
    double sum = 0;
    for (JsonNode layer : json.findParents("nin")) {
      double inputs = layer.path("nin").asDouble();
      double outputs = layer.path("nout").asDouble();
      if (!(inputs >= 1 && outputs >= 1)) {
        throw new IllegalArgumentException(
            "it declares a layer of %.0f × %.0f".formatted(inputs, outputs));
      }
      sum += inputs * outputs;
    }
    return sum;
  }

  /** Reads ND4J's header: a buffer of longs for the shape, then one of floats. */
  private static long held(byte[] coefficients) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(coefficients));
    in.readUTF();
    long shape = in.readLong();
    String shapeType = in.readUTF();
    if (shape < 1 || shape > 64 || !shapeType.equals("LONG")) {
      throw new IllegalArgumentException("its shape is " + shape + " × " + shapeType);
    }
    in.skipNBytes(shape * Long.BYTES);
    in.readUTF();
    long count = in.readLong();
    String type = in.readUTF();
    if (!type.equals("FLOAT") || count != in.available() / (double) Float.BYTES) {
      throw new IllegalArgumentException(
          "it declares " + count + " weights of type " + type + " in " + in.available() + " bytes");
    }
    return count;
  }
}
