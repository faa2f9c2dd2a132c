package dev.libra.control.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.libra.ManualClock;
import dev.libra.TestData;
import dev.libra.actuation.Actuator;
import dev.libra.control.ControlLoop;
import dev.libra.control.ControlPorts;
import dev.libra.control.PolicyExchange.Role;
import dev.libra.control.ServicePolicies;
import dev.libra.decision.Decision;
import dev.libra.decision.DecisionQuery;
import dev.libra.decision.Guardrails;
import dev.libra.decision.InMemoryDecisionLog;
import dev.libra.fleet.Replica;
import dev.libra.fleet.ReplicaState;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.inference.ObservationLayout;
import dev.libra.learning.policy.ScalingArtifacts;
import dev.libra.policy.PolicyReader;
import dev.libra.policy.fixed.FixedPolicy;
import dev.libra.policy.fixed.FixedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnedPoliciesTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private final ManualClock clock = ManualClock.create();
  private final InMemoryDecisionLog log = new InMemoryDecisionLog(100);
  private LearnedPolicies learned;
  private ServicePolicies policies;
  private ControlLoop loop;

  @AfterEach
  void stop() {
    learned.close();
  }

  @Test
  void readsTheArtifactAndDecidesByIt() throws IOException {
    PolicyArtifact artifact = ScalingArtifacts.small(1);
    artifact.write(folder.resolve("default.zip"));
    start("default.zip", null, true);
    await().until(() -> policies.active().digest().equals(artifact.digest()));
    Decision decision = tick();
    assertThat(decision.policy().name()).isEqualTo("ppo");
    assertThat(decision.proposal().reason()).contains("mostly by");
    assertThat(decision.proposal().terms()).containsKeys("p(up)", "matters(margin)");
  }

  @Test
  void aMissingArtifactLeavesTheDecisionToTheRule() {
    start("default.zip", null, true);
    awaitReason("fixed stands in (policy artifact " + folder.resolve("default.zip"));
    assertThat(tick().proposal().reason()).contains("there is no such file");
    assertThat(tick().applied()).isEqualTo(3);
  }

  @Test
  void aCorruptArtifactLeavesTheDecisionToTheRule() throws IOException {
    Path file = folder.resolve("default.zip");
    ScalingArtifacts.small(1).write(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    start("default.zip", null, true);
    awaitReason("was refused: it is a damaged zip file");
  }

  @Test
  void anArtifactForSomethingElseLeavesTheDecisionToTheRule() throws IOException {
    foreign().write(folder.resolve("default.zip"));
    start("default.zip", null, true);
    awaitReason("was refused: its observation layout must be libra-");
  }

  @Test
  void aCandidateIsReadBesideARule() throws IOException {
    PolicyArtifact candidate = ScalingArtifacts.small(2);
    candidate.write(folder.resolve("next.zip"));
    start("default.zip", "next.zip", false);
    await().until(() -> tick().opinions().get(0).policy().digest().equals(candidate.digest()));
    assertThat(tick().policy().name()).isEqualTo("fixed");
  }

  @Test
  void loadsAnotherArtifactWhileItRuns() throws IOException {
    start("default.zip", null, true);
    PolicyArtifact next = ScalingArtifacts.small(3);
    next.write(folder.resolve("next.zip"));
    learned.load("search", Role.ACTIVE, "next.zip");
    assertThat(tick().policy().digest()).isEqualTo(next.digest());
    ScalingArtifacts.small(4).write(folder.resolve("next.zip"));
    learned.load("search", Role.CANDIDATE, "next.zip");
    assertThat(tick().opinions()).hasSize(1);
  }

  @Test
  void whatCannotBeLoadedChangesNothing() throws IOException {
    PolicyArtifact artifact = ScalingArtifacts.small(1);
    artifact.write(folder.resolve("default.zip"));
    start("default.zip", null, true);
    learned.load("search", Role.ACTIVE, "default.zip");
    Files.writeString(folder.resolve("bad.zip"), "no zip");
    foreign().write(folder.resolve("foreign.zip"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> learned.load("search", Role.ACTIVE, "bad.zip"))
        .withMessageContaining("it is no zip file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> learned.load("search", Role.ACTIVE, "foreign.zip"))
        .withMessageContaining("observation layout must be");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> learned.load("nobody", Role.ACTIVE, "default.zip"))
        .withMessage("service must be one of [search], was: nobody");
    assertThat(tick().policy().digest()).isEqualTo(artifact.digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x.zip", "/etc/x.zip", "a/b.zip", "..", "", "x.txt", ".hidden.zip", "link.zip"})
  void readsNothingOutsideOfTheFolder(String name) throws IOException {
    Path outside = Files.createTempFile("libra", ".zip");
    Files.createSymbolicLink(folder.resolve("link.zip"), outside);
    start("default.zip", null, true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> learned.load("search", Role.ACTIVE, name))
        .withMessageStartingWith("artifact must be ");
    Files.delete(outside);
  }

  @Test
  void aRulesServiceTakesCandidatesOnly() throws IOException {
    ScalingArtifacts.small(1).write(folder.resolve("next.zip"));
    start("default.zip", null, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> learned.load("search", Role.ACTIVE, "next.zip"))
        .withMessageStartingWith("the policy of search is a rule");
    learned.load("search", Role.CANDIDATE, "next.zip");
    assertThat(tick().opinions()).hasSize(1);
  }

  private static PolicyArtifact foreign() {
    ObservationLayout cartpole = new ObservationLayout("cartpole", 1, List.of("x", "v"));
    return ScalingArtifacts.of(cartpole, List.of("left", "right"), 1);
  }

  private void start(String artifact, String candidate, boolean isLearned) {
    learned =
        new LearnedPolicies(
            new LearnedSettings(
                folder,
                folder.resolve(artifact),
                candidate == null ? null : folder.resolve(candidate),
                new PolicyReader.Limits(Duration.ZERO, LIMIT, 20, 0.02),
                null));
    FixedPolicy rule = new FixedPolicy(FixedSettings.count(3));
    policies = new ServicePolicies(rule, rule, LIMIT);
    learned.serve("search", policies, isLearned);
    loop =
        new ControlLoop(
            List.of(TestData.search()),
            service -> policies,
            new Guardrails(List.of()),
            LIMIT,
            new ControlPorts(
                service ->
                    Optional.of(
                        TestData.sample(
                            service,
                            clock.instant(),
                            TestData.replica(
                                "search-1", ReplicaState.READY, 0.5, clock.instant()))),
                new ThreeReplicas(),
                log,
                clock));
  }

  private void awaitReason(String part) {
    await().untilAsserted(() -> assertThat(tick().proposal().reason()).contains(part));
  }

  private Decision tick() {
    clock.advance(Duration.ofSeconds(2));
    loop.tick();
    return log.query(new DecisionQuery("search", null, false, 1)).get(0);
  }

  private static final class ThreeReplicas implements Actuator {

    @Override
    public void scale(String service, int desired) {
      // a wish; who decides is what is tested here
    }

    @Override
    public int desired(String service) {
      return 3;
    }

    @Override
    public List<Replica> replicas(String service) {
      return List.of();
    }
  }
}
