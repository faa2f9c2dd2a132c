package dev.libra.learning.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.libra.learning.inference.Models;
import dev.libra.learning.inference.ObservationLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArtifactReaderTest {
  private static Path file;
  private static byte[] sound;

  @BeforeAll
  @BeforeContainer
  static void prepare() throws IOException {
    file = Files.createTempFile("policy", ".zip");
    sound = Artifacts.ppo().encode();
  }

  @AfterAll
  @AfterContainer
  static void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  @Property(tries = 1500)
  void refusesAnyChangedByte(
      @ForAll @IntRange(max = 1 << 30) int position, @ForAll @IntRange(min = 1, max = 255) int bits)
      throws IOException {
    byte[] bytes = sound.clone();
    bytes[position % bytes.length] ^= (byte) bits;
    refused(bytes, "");
  }

  @Property(tries = 300)
  void refusesAnyTruncation(@ForAll @IntRange(max = 1 << 30) int length) throws IOException {
    refused(Arrays.copyOf(sound, length % sound.length), "");
  }

  @Property(tries = 300)
  void refusesAnythingElse(@ForAll byte[] bytes) throws IOException {
    refused(bytes, "");
  }

  @Test
  void refusesBytesAfterTheEnd() throws IOException {
    refused(Arrays.copyOf(sound, sound.length + 1), "its zip structure is damaged");
  }

  @Test
  void namesAFileThatIsNotThere() {
    Path absent = Path.of("absent.zip");
    assertThatExceptionOfType(ArtifactException.class)
        .isThrownBy(() -> ArtifactReader.read(absent))
        .withMessage("policy artifact absent.zip was refused: there is no such file");
  }

  @Test
  void refusesWhatIsNoZipFile() throws IOException {
    refused("hello".getBytes(StandardCharsets.UTF_8), "it is no zip file");
  }

  @Test
  void refusesAForeignZip() throws IOException {
    refused(
        ModelZip.encode(Models.stack(1, 4, 8, 2)),
        "it must hold [curve.csv, digests.json, manifest.json, model.zip]"
            + " and may hold decomposition.zip, holds: [coefficients.bin, configuration.json]");
  }

  @Test
  void refusesAMissingEntry() throws IOException {
    SortedMap<String, byte[]> entries = entries();
    entries.remove("curve.csv");
    refused(CanonicalZip.pack(entries), "holds: [digests.json, manifest.json, model.zip]");
  }

  @Test
  void refusesAnAdditionalEntry() throws IOException {
    SortedMap<String, byte[]> entries = entries();
    entries.put("readme.txt", new byte[1]);
    refused(CanonicalZip.pack(entries), "readme.txt]");
  }

  @Test
  void refusesAnEntryThatIsNotTheOneThatWasHashed() throws IOException {
    SortedMap<String, byte[]> entries = entries();
    entries.put("curve.csv", "step,meanReturn,meanLength\n".getBytes(StandardCharsets.UTF_8));
    refused(CanonicalZip.pack(entries), "the SHA-256 of curve.csv must be ");
  }

  @Test
  void refusesAWrongOverallDigest() throws IOException {
    SortedMap<String, byte[]> entries = entries();
    Digests digests = Digests.decode(entries.get("digests.json"));
    entries.put("digests.json", new Digests("0".repeat(64), digests.entries()).encode());
    refused(CanonicalZip.pack(entries), "its digest must be ");
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    refusedManifest("\"formatVersion\" : 1", "\"formatVersion\" : 2", "version must be 1, is: 2");
  }

  @Test
  void refusesAnUnknownFieldInTheManifest() throws IOException {
    refusedManifest("\"agent\"", "\"colour\" : 1, \"agent\"", "Unrecognized field \"colour\"");
  }

  @Test
  void refusesAMissingFieldInTheManifest() throws IOException {
    refusedManifest("\"frames\" : 1,", "", "frames");
  }

  @Test
  void refusesAnAgentItDoesNotKnow() throws IOException {
    refusedManifest("\"ppo\"", "\"sac\"", "agent must be ppo or dqn, was: sac");
  }

  @Test
  void refusesADecompositionOfOtherObservations() throws IOException {
    SortedMap<String, byte[]> entries = entries();
    entries.put("decomposition.zip", ModelZip.encode(Models.trunkWithHeads(1, 5, 8, 1, "cost")));
    refusedWithMatchingDigests(entries, "inputs of the expected rewards must be");
  }

  @Test
  void refusesADecompositionThatIsNoModel() throws IOException {
    SortedMap<String, byte[]> entries = entries();
    entries.put("decomposition.zip", "nothing".getBytes(StandardCharsets.UTF_8));
    refusedWithMatchingDigests(entries, "decomposition.zip can't be used: ");
  }

  @Test
  void refusesAnotherLayout() throws IOException {
    Files.write(file, sound);
    ObservationLayout other = new ObservationLayout("libra", 1, List.of("cpu", "p95"));
    assertThatExceptionOfType(ArtifactException.class)
        .isThrownBy(() -> ArtifactReader.read(file, other))
        .withMessageEndingWith(
            "its observation layout must be libra-1 [cpu, p95], is: cartpole-1 [x, v, angle, w]");
  }

  @Test
  void refusesAZipBomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("model.zip"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 65; i++) {
        zip.write(zeros);
      }
    }
    assertThat(bytes.size()).isLessThan(1 << 20);
    refused(bytes.toByteArray(), "it unpacks to more than 67108864 bytes");
  }

  @Test
  void refusesModelsThatDeclareMoreThanTheyHold() throws IOException {
    refusedModel("\"nin\" : 8", "\"nin\" : 2000000000", "weights and holds 161");
  }

  @Test
  void refusesForeignClassesInAModel() throws IOException {
    refusedModel(
        "org.nd4j.linalg.activations.impl.ActivationTanH",
        "javax.script.ScriptEngineManager",
        "it names the foreign class javax.script.ScriptEngineManager");
  }

  private static void refusedModel(String old, String changed, String problem) throws IOException {
    SortedMap<String, byte[]> entries = entries();
    SortedMap<String, byte[]> model =
        CanonicalZip.unpack(entries.get("model.zip"), PolicyArtifact.MAX_BYTES);
    model.put(ModelZip.CONFIGURATION, replaced(model.get(ModelZip.CONFIGURATION), old, changed));
    entries.put("model.zip", CanonicalZip.pack(model));
    refusedWithMatchingDigests(entries, problem);
  }

  private static void refusedManifest(String old, String changed, String problem)
      throws IOException {
    SortedMap<String, byte[]> entries = entries();
    entries.put("manifest.json", replaced(entries.get("manifest.json"), old, changed));
    refusedWithMatchingDigests(entries, problem);
  }

  private static void refusedWithMatchingDigests(SortedMap<String, byte[]> entries, String problem)
      throws IOException {
    entries.remove("digests.json");
    Digests digests = Digests.of(Artifacts.ppo().manifest(), entries);
    entries.put("digests.json", digests.encode());
    refused(CanonicalZip.pack(entries), problem);
  }

  private static byte[] replaced(byte[] bytes, String old, String changed) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(text).contains(old);
    return text.replace(old, changed).getBytes(StandardCharsets.UTF_8);
  }

  private static SortedMap<String, byte[]> entries() {
    return new TreeMap<>(CanonicalZip.unpack(sound, PolicyArtifact.MAX_BYTES));
  }

  private static void refused(byte[] bytes, String problem) throws IOException {
    Files.write(file, bytes);
    assertThatExceptionOfType(ArtifactException.class)
        .isThrownBy(() -> ArtifactReader.read(file))
        .withMessageStartingWith("policy artifact " + file + " was refused: ")
        .withMessageContaining(problem)
        .withMessageNotContaining("null");
  }
}
