package dev.libra.learning.artifact;

import dev.libra.learning.inference.ExpectedRewards;
import dev.libra.learning.inference.Head;
import dev.libra.learning.inference.LearnedInference;
import dev.libra.learning.inference.LearnedModel;
import dev.libra.learning.result.AtomicFile;
import dev.libra.learning.result.CurveCsv;
import dev.libra.learning.result.CurvePoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Model;

/**
 * A trained policy in one file.
 *
 * <p>The zip holds {@code manifest.json} ({@link Manifest}), {@code model.zip} (Deeplearning4j's
 * ModelSerializer), {@code curve.csv} ({@link CurveCsv}) and {@code digests.json} (SHA-256 of each
 * and the digest of all), and where a reward has components {@code decomposition.zip}, a model of
 * what to expect of each. The same content gives the same bytes.
 */
public final class PolicyArtifact {
  /** Largest file that is read or written. */
  public static final int MAX_BYTES = 64 << 20;

  static final String MANIFEST = "manifest.json";
  static final String MODEL = "model.zip";
  static final String CURVE = "curve.csv";
  static final String DIGESTS = "digests.json";
  static final String DECOMPOSITION = "decomposition.zip";

  private final Manifest manifest;
  private final List<CurvePoint> curve;
  private final LearnedModel model;
  private final ExpectedRewards expectedRewards;
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
            ModelZip.decode(MODEL, entries.get(MODEL), head.output()),
            head,
            manifest.layout(),
            manifest.frames(),
            manifest.normaliser(),
            manifest.actions());
    this.expectedRewards = expectedRewards(entries.get(DECOMPOSITION), manifest);
    this.digests = Digests.of(manifest, entries);
  }

  private static ExpectedRewards expectedRewards(byte[] decomposition, Manifest manifest) {
    return decomposition == null
        ? null
        : new ExpectedRewards(
            ModelZip.decode(DECOMPOSITION, decomposition, ""),
            manifest.layout().size() * manifest.frames(),
            manifest.normaliser());
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

  /**
   * The same policy with a model of what it can expect of each component of its reward.
   *
   * @param decomposition as ModelSerializer writes it, an output of one value for each component
   * @throws IllegalArgumentException if it doesn't fit the observations, or as for the policy's own
   */
  public PolicyArtifact withDecomposition(byte[] decomposition) {
    SortedMap<String, byte[]> more = new TreeMap<>(entries);
    more.put(DECOMPOSITION, ModelZip.canonical(decomposition));
    return new PolicyArtifact(more);
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

  /** What it can expect of the components of its reward, where it was told of them. */
  public Optional<ExpectedRewards> expectedRewards() {
    return Optional.ofNullable(expectedRewards);
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
