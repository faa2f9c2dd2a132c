package dev.libra.learning.artifact;

import dev.libra.learning.inference.Head;
import dev.libra.learning.inference.LearnedInference;
import dev.libra.learning.inference.LearnedModel;
import dev.libra.learning.result.AtomicFile;
import dev.libra.learning.result.CurveCsv;
import dev.libra.learning.result.CurvePoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Model;

/**
 * A trained policy in one file.
 *
 * <p>The zip holds {@code manifest.json} ({@link Manifest}), {@code model.zip} (Deeplearning4j's
 * ModelSerializer), {@code curve.csv} ({@link CurveCsv}) and {@code digests.json} (SHA-256 of each
 * and the digest of all). The same content gives the same bytes.
 */
public final class PolicyArtifact {
  /** Largest file that is read or written. */
  public static final int MAX_BYTES = 64 << 20;

  static final String MANIFEST = "manifest.json";
  static final String MODEL = "model.zip";
  static final String CURVE = "curve.csv";
  static final String DIGESTS = "digests.json";

  private final Manifest manifest;
  private final List<CurvePoint> curve;
  private final LearnedModel model;
  private final SortedMap<String, byte[]> entries;
  private final Digests digests;

  /** Takes the entries' bytes, without the digests, as they are. */
  PolicyArtifact(SortedMap<String, byte[]> entries) {
    this.entries = entries;
    this.manifest = ManifestJson.decode(entries.get(MANIFEST));
    this.curve = CurveCsv.decode(entries.get(CURVE));
    Head head = manifest.head();
    this.model =
        new LearnedModel(
            ModelZip.decode(entries.get(MODEL), head.output()),
            head,
            manifest.layout(),
            manifest.frames(),
            manifest.normaliser(),
            manifest.actions());
    this.digests = Digests.of(manifest, entries);
  }

  /**
   * @param model a MultiLayerNetwork or ComputationGraph whose outputs are named as {@link Head}
   *     says; a MultiLayerNetwork's only output needs no name
   * @throws IllegalArgumentException if the model's sizes don't fit the manifest, a weight is not
   *     finite or a layer is not fully connected
   */
  public static PolicyArtifact of(Manifest manifest, Model model, List<CurvePoint> curve) {
    return of(manifest, ModelZip.encode(model), curve);
  }

  /**
   * The same of a model that ModelSerializer has written already.
   *
   * @param model a zip file; its times and compression don't matter
   */
  public static PolicyArtifact of(Manifest manifest, byte[] model, List<CurvePoint> curve) {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    entries.put(MANIFEST, ManifestJson.encode(manifest));
    entries.put(MODEL, ModelZip.canonical(model));
    entries.put(CURVE, CurveCsv.encode(curve));
    return new PolicyArtifact(entries);
  }

  public Manifest manifest() {
    return manifest;
  }

  public List<CurvePoint> curve() {
    return List.copyOf(curve);
  }

  /** Identifies what was learned, whenever and wherever: 64 hexadecimal digits. */
  public String digest() {
    return digests.digest();
  }

  /** The policy, ready to decide. */
  public LearnedInference inference() {
    return new LearnedInference(model);
  }

  /** Writes the file in one step, over one that is there. */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, encode());
  }

  byte[] encode() {
    SortedMap<String, byte[]> all = new TreeMap<>(entries);
    all.put(DIGESTS, digests.encode());
    return CanonicalZip.pack(all);
  }

  Digests digests() {
    return digests;
  }
}
