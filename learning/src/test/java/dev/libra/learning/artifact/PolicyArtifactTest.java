package dev.libra.learning.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.libra.learning.inference.Head;
import dev.libra.learning.inference.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyArtifactTest {
  private static final double[] OBSERVATION = {0.1, -0.2, 0.3, 0.4};

  @TempDir Path directory;

  @Test
  void readsWhatItWrote() throws IOException {
    PolicyArtifact written = Artifacts.ppo();
    PolicyArtifact read = roundTrip(written);
    assertThat(read.manifest()).isEqualTo(Artifacts.manifest("ppo", Head.POLICY));
    assertThat(read.digest()).isEqualTo(written.digest());
    assertThat(read.curve()).hasSize(2);
    assertThat(read.curve().get(1).meanReturn()).isCloseTo(1 / 3.0, within(1e-6));
    assertThat(read.inference().choose(OBSERVATION, null).terms())
        .isEqualTo(written.inference().choose(OBSERVATION, null).terms());
  }

  @Test
  void holdsStacksWithOneOutputToo() throws IOException {
    PolicyArtifact dqn =
        PolicyArtifact.of(
            Artifacts.manifest("dqn", Head.Q), Models.stack(1, 4, 8, 2), Artifacts.CURVE);
    assertThat(roundTrip(dqn).inference().choose(OBSERVATION, null).terms())
        .containsOnlyKeys("Q(left)", "Q(right)");
  }

  @Test
  void holdsDuelingHeads() throws IOException {
    PolicyArtifact dqn =
        PolicyArtifact.of(
            Artifacts.manifest("dqn", Head.DUELING),
            Models.trunkWithHeads(1, 4, 8, 2, "advantage"),
            Artifacts.CURVE);
    assertThat(roundTrip(dqn).inference().choose(OBSERVATION, null).terms())
        .containsOnlyKeys("Q(left)", "Q(right)");
  }

  @Test
  void sameContentGivesTheSameBytes() {
    assertThat(Artifacts.ppo().encode()).isEqualTo(Artifacts.ppo().encode());
  }

  @Test
  void sameTrainingOnAnotherDayHasTheSameDigest() {
    Manifest later =
        Artifacts.manifest("ppo", Head.POLICY).withCreated(Instant.parse("2030-01-01T00:00:00Z"));
    PolicyArtifact artifact =
        PolicyArtifact.of(later, Models.trunkWithHeads(1, 4, 8, 2, "logits"), Artifacts.CURVE);
    assertThat(artifact.digest()).isEqualTo(Artifacts.ppo().digest());
    assertThat(artifact.encode()).isNotEqualTo(Artifacts.ppo().encode());
  }

  @Test
  void theModelsOwnSeedDoesNotMatterSinceItIsTheTimeByDefault() {
    ComputationGraph other = Models.trunkWithHeads(99, 4, 8, 2, "logits");
    other.setParams(Models.trunkWithHeads(1, 4, 8, 2, "logits").params());
    PolicyArtifact artifact =
        PolicyArtifact.of(Artifacts.manifest("ppo", Head.POLICY), other, Artifacts.CURVE);
    assertThat(artifact.encode()).isEqualTo(Artifacts.ppo().encode());
  }

  @Test
  void otherWeightsHaveAnotherDigest() {
    PolicyArtifact other =
        PolicyArtifact.of(
            Artifacts.manifest("ppo", Head.POLICY),
            Models.trunkWithHeads(2, 4, 8, 2, "logits"),
            Artifacts.CURVE);
    assertThat(other.digest()).isNotEqualTo(Artifacts.ppo().digest());
  }

  @Test
  void theBytesAreTheSameOnEveryJava() {
    // The digest of an artifact with fixed weights, as OpenJDK 17 and 25 write it.
    ComputationGraph model = Models.trunkWithHeads(1, 4, 8, 2, "logits");
    model.params().assign(0.125);
    PolicyArtifact artifact =
        PolicyArtifact.of(Artifacts.manifest("ppo", Head.POLICY), model, Artifacts.CURVE);
    assertThat(Sha256.of(artifact.encode()))
        .isEqualTo("760f4dd5c47da467d45c3af08bd10c42359c45e182fe78ad3554070a393f8111");
  }

  @Test
  void aDecompositionGoesWithThePolicy() throws IOException {
    byte[] decomposition = ModelZip.encode(Models.trunkWithHeads(3, 4, 8, 1, "cost"));
    PolicyArtifact artifact = Artifacts.ppo().withDecomposition(decomposition);
    PolicyArtifact read = roundTrip(artifact);
    assertThat(read.digest()).isNotEqualTo(Artifacts.ppo().digest());
    assertThat(read.inference().choose(OBSERVATION, null).terms())
        .isEqualTo(Artifacts.ppo().inference().choose(OBSERVATION, null).terms());
    assertThat(read.expectedRewards().orElseThrow().of(OBSERVATION))
        .containsOnlyKeys("cost", "value");
    assertThat(Artifacts.ppo().expectedRewards()).isEmpty();
  }

  @Test
  void replacesAnArtifactAndLeavesNothingElseBehind() throws IOException {
    Path file = directory.resolve("policy.zip");
    Files.writeString(file, "an old one");
    Artifacts.ppo().write(file);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
    assertThat(ArtifactReader.read(file).digest()).isEqualTo(Artifacts.ppo().digest());
  }

  @Test
  void refusesToHoldWeightsThatAreNotFinite() {
    ComputationGraph model = Models.trunkWithHeads(1, 4, 8, 2, "logits");
    model.params().putScalar(3, Float.NaN);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PolicyArtifact.of(Artifacts.manifest("ppo", Head.POLICY), model, Artifacts.CURVE))
        .withMessageContaining("must be finite, was: NaN");
  }

  @Test
  void refusesAModelThatDoesNotFitTheManifest() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PolicyArtifact.of(
                    Artifacts.manifest("ppo", Head.POLICY),
                    Models.trunkWithHeads(1, 4, 8, 3, "logits"),
                    List.of()))
        .withMessage("number of actions must be between 3 and 3, was: 2");
  }

  private PolicyArtifact roundTrip(PolicyArtifact artifact) throws IOException {
    Path file = directory.resolve("policy.zip");
    artifact.write(file);
    return ArtifactReader.read(file, Artifacts.LAYOUT);
  }
}
