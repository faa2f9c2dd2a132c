package dev.libra.policy.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import dev.libra.observation.Observation;
import dev.libra.policy.Loads;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import dev.libra.policy.fixed.FixedPolicy;
import dev.libra.policy.fixed.FixedSettings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FallbackPolicyTest {
  private final Learned learned = new Learned();
  private final Policy policy =
      new FallbackPolicy(learned, new FixedPolicy(FixedSettings.count(3)), Duration.ofSeconds(10));

  @Test
  void thePrimaryDecidesAsLongAsAllIsWell() {
    Proposal proposal = propose(Duration.ofSeconds(10));
    assertThat(proposal.desired()).isEqualTo(9);
    assertThat(proposal.terms()).containsEntry("fallback", 0.0);
  }

  @Test
  void theRuleDecidesOnStaleInput() {
    Proposal proposal = propose(Duration.ofSeconds(11));
    assertThat(proposal.desired()).isEqualTo(3);
    assertThat(proposal.reason()).isEqualTo("fixed stands in (the sample is 11 s old): always 3");
    assertThat(proposal.terms()).containsEntry("fallback", 1.0);
    assertThat(learned.asked).as("its frames go on").isEqualTo(1);
  }

  @Test
  void theRuleDecidesWhenThePrimaryDoubtsOrFails() {
    learned.doubt = "cpu is 40 standard deviations off";
    assertThat(propose(Duration.ZERO).reason()).contains("40 standard deviations");
    learned.doubt = null;
    learned.fails = true;
    assertThat(propose(Duration.ZERO).reason()).contains("learned failed: boom");
    learned.fails = false;
    assertThat(propose(Duration.ZERO).desired()).isEqualTo(9);
  }

  private Proposal propose(Duration age) {
    return policy.propose(Loads.of(TestData.START, 100, 100, 2, 2, age));
  }

  private static final class Learned implements Policy, SelfDoubting {
    private String doubt;
    private boolean fails;
    private int asked;

    @Override
    public PolicyId id() {
      return new PolicyId("learned", "1", "cafe");
    }

    @Override
    public Proposal propose(Observation observation) {
      asked++;
      if (fails) {
        throw new IllegalStateException("boom");
      }
      return Proposal.hold(9, "p(up) 0.9");
    }

    @Override
    public Optional<String> doubt(Observation observation) {
      return Optional.ofNullable(doubt);
    }
  }
}
