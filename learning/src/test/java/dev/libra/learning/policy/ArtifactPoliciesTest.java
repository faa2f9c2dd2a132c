package dev.libra.learning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.TestData;
import dev.libra.learning.artifact.ArtifactException;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.observation.ErrorBudget;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyReader.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactPoliciesTest {
  private static final Limits LIMITS =
      new Limits(Duration.ZERO, Duration.ofSeconds(10), 20, ErrorBudget.STANDARD_SHARE);

  @TempDir private Path directory;

  @Test
  void eachPolicyBeginsWithoutAMemoryOfAnotherOrOfItsRehearsal() throws IOException {
    PolicyArtifact artifact = ScalingArtifacts.small(1);
    Path file = directory.resolve("small.zip");
    artifact.write(file);
    Supplier<Policy> policies = new ArtifactPolicies().read(file, LIMITS);
    Observation observation =
        new Observation(
            TestData.search(),
            TestData.slow("search", TestData.START, 200),
            Duration.ofSeconds(1),
            3,
            TestData.START);
    Policy expected = new LearnedPolicy(artifact, LearnedPolicySettings.standard());
    Policy first = policies.get();
    assertThat(first.id()).isEqualTo(expected.id());
    assertThat(first.propose(observation)).isEqualTo(expected.propose(observation));
    assertThat(policies.get()).isNotSameAs(first);
    assertThat(policies.get().propose(observation))
        .isEqualTo(
            new LearnedPolicy(artifact, LearnedPolicySettings.standard()).propose(observation));
  }

  @Test
  void namesTheFileThatIsNoArtifact() throws IOException {
    Path file = Files.writeString(directory.resolve("broken.zip"), "no zip");
    assertThatThrownBy(() -> new ArtifactPolicies().read(file, LIMITS))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("broken.zip");
  }
}
