package dev.libra.learning.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.libra.learning.inference.InferenceNetwork;
import dev.libra.learning.inference.InferenceNetworks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.util.ModelSerializer;

/** Deeplearning4j's model files, without the updater's state and with the same bytes every time. */
final class ModelZip {
  static final String CONFIGURATION = "configuration.json";
  static final String COEFFICIENTS = "coefficients.bin";
  private static final Set<String> ENTRIES = Set.of(CONFIGURATION, COEFFICIENTS);

  private static final Pattern SEED = Pattern.compile("\"seed\" : -?\\d+");

  private ModelZip() {}

  static byte[] encode(Model model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ModelSerializer.writeModel(model, bytes, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return canonical(bytes.toByteArray());
  }

  /** The same model without the times and the compression that ModelSerializer's zip has. */
  static byte[] canonical(byte[] model) {
    SortedMap<String, byte[]> entries = CanonicalZip.unpack(model, PolicyArtifact.MAX_BYTES);
    // Unless it was set, it is the time at which the model was made; a trained one has no use for
    // it.
    entries.computeIfPresent(
        CONFIGURATION,
        (name, json) ->
            SEED.matcher(new String(json, UTF_8)).replaceAll("\"seed\" : 0").getBytes(UTF_8));
    return CanonicalZip.pack(entries);
  }

  /**
   * @param entry the name of the model's file, for messages
   * @param output the name that the output of a plain stack of layers gets
   * @throws IllegalArgumentException if it is no model of fully connected layers with finite
   *     weights
   */
  static InferenceNetwork decode(String entry, byte[] bytes, String output) {
    try {
      SortedMap<String, byte[]> entries = CanonicalZip.unpack(bytes, PolicyArtifact.MAX_BYTES);
      if (!entries.keySet().equals(ENTRIES)) {
        throw new IllegalArgumentException(
            "it must hold " + ENTRIES + ", holds: " + entries.keySet());
      }
      boolean graph = ModelCheck.isGraph(entries.get(CONFIGURATION), entries.get(COEFFICIENTS));
      ByteArrayInputStream in = new ByteArrayInputStream(bytes);
      return graph
          ? InferenceNetworks.of(ModelSerializer.restoreComputationGraph(in, false))
          : InferenceNetworks.of(ModelSerializer.restoreMultiLayerNetwork(in, false), output);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(entry + " can't be used: " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      // Deeplearning4j answers nonsense with whatever it trips over.
      throw new IllegalArgumentException(entry + " can't be used: " + e, e);
    }
  }
}
