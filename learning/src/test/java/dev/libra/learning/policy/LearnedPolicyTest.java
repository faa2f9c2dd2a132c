package dev.libra.learning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.TestData;
import dev.libra.fleet.ReplicaState;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.inference.ObservationLayout;
import dev.libra.metrics.Sample;
import dev.libra.observation.EncodedObservation;
import dev.libra.observation.Observation;
import dev.libra.observation.ObservationEncoder;
import dev.libra.policy.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedPolicyTest {
  private final LearnedPolicy policy =
      new LearnedPolicy(ScalingArtifacts.small(1), LearnedPolicySettings.standard());

  private int second;

  @Test
  void wishesForOneReplicaMoreFewerOrTheSame() {
    Proposal proposal = policy.propose(observation(4, 100, 0, null));
    assertThat(proposal.desired()).isBetween(3, 5);
    assertThat(proposal.reason()).matches("(down|keep|up) \\(0\\.\\d\\d\\), mostly by [a-z-]+");
  }

  @Test
  void explainsItselfByProbabilitiesAndFeatures() {
    Map<String, Double> terms = policy.propose(observation(4, 100, 0, null)).terms();
    assertThat(terms)
        .containsKeys("p(down)", "p(keep)", "p(up)", "matters(cpu)", "matters(margin)");
    double sum = terms.get("p(down)") + terms.get("p(keep)") + terms.get("p(up)");
    assertThat(sum).isBetween(0.9999, 1.0001);
  }

  @Test
  void tellsTheRewardThatItExpectsIfItsArtifactKnows() {
    Observation observation = observation(4, 100, 0, null);
    LearnedPolicy knows =
        new LearnedPolicy(ScalingArtifacts.expecting(), LearnedPolicySettings.standard());
    assertThat(knows.propose(observation).terms())
        .containsKeys("expects(cost)", "expects(latency)");
    assertThat(knows.propose(observation).desired())
        .isEqualTo(policy.propose(observation).desired());
    assertThat(policy.propose(observation).terms().keySet())
        .noneMatch(term -> term.startsWith("expects"));
  }

  @Test
  void tellsTheNumbersThatItGoesBy() {
    LearnedPolicy told =
        new LearnedPolicy(ScalingArtifacts.small(1), LearnedPolicySettings.standard(), o -> 0.25);
    Observation observation = observation(4, 100, 0, null);
    told.propose(observation);
    EncodedObservation encoded = told.encoded(observation).orElseThrow();
    assertThat(encoded.layout()).isEqualTo(ObservationEncoder.LAYOUT);
    assertThat(encoded.values()).hasSize(ObservationEncoder.FEATURES.size()).endsWith(0.25);
  }

  @Test
  void neverWishesForWhatIsMasked() {
    Instant justNow = TestData.START.minusSeconds(1);
    Map<String, Double> atMinimum = policy.propose(observation(1, 1, 0, null)).terms();
    Map<String, Double> cooling = policy.propose(observation(4, 1, 0, justNow)).terms();
    assertThat(atMinimum).containsEntry("p(down)", 0.0);
    assertThat(cooling).containsEntry("p(down)", 0.0);
  }

  @Test
  void doubtsWhatLiesFarOutsideOfTraining() {
    assertThat(policy.doubt(observation(4, 100, 0, null))).isEmpty();
    assertThat(policy.doubt(observation(4, 1e6, 0, null)).orElseThrow())
        .startsWith("margin-ready 0.00 is 25 standard deviations");
  }

  @Test
  void theSameObservationsGiveTheSameProposals() {
    LearnedPolicy again =
        new LearnedPolicy(ScalingArtifacts.small(1), LearnedPolicySettings.standard());
    for (int i = 0; i < 20; i++) {
      Observation observation = observation(1 + i % 6, 20 * i, i * 30, null);
      assertThat(policy.propose(observation)).isEqualTo(again.propose(observation));
    }
    assertThat(policy.id()).isEqualTo(again.id());
    assertThat(policy.id().name()).isEqualTo("ppo");
  }

  @Test
  void theFirstObservationFillsAllFrames() {
    Frames frames = new Frames(2, 2);
    frames.add(new double[] {1, 2});
    assertThat(frames.values()).containsExactly(1, 2, 1, 2);
    frames.add(new double[] {3, 4});
    assertThat(frames.values()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void refusesAnotherLayoutOrOtherActions() {
    PolicyArtifact other =
        ScalingArtifacts.of(
            new ObservationLayout("cartpole", 1, List.of("x")), List.of("left", "right"), 1);
    assertThatThrownBy(() -> new LearnedPolicy(other, LearnedPolicySettings.standard()))
        .hasMessageContaining("observation layout must be libra-6");
    PolicyArtifact actions =
        ScalingArtifacts.of(LearnedPolicy.layout(), List.of("left", "right"), 1);
    assertThatThrownBy(() -> new LearnedPolicy(actions, LearnedPolicySettings.standard()))
        .hasMessageContaining("[left, right]");
  }

  /** The next one, two seconds later. */
  private Observation observation(int desired, double rate, double p95, Instant change) {
    Instant at = TestData.START.plusSeconds(second);
    second += 2;
    Sample sample =
        new Sample(
            "search",
            at,
            rate,
            p95 / 2,
            p95,
            p95,
            0,
            0.5,
            1,
            2,
            List.of(TestData.replica("search-1", ReplicaState.READY, 0.5, at)));
    return new Observation(TestData.search(), sample, Duration.ZERO, desired, at, change);
  }
}
