package dev.libra.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import dev.libra.control.Agreement;
import dev.libra.control.Mode;
import dev.libra.control.ServiceStatus;
import dev.libra.policy.PolicyId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyLineTest {
  private static final PolicyId PPO = new PolicyId("ppo", "libra-6", "ab".repeat(32));
  private static final PolicyId NEXT = new PolicyId("dqn", "libra-6", "cd".repeat(32));

  @Test
  void namesThePolicyAndItsDigest() {
    assertThat(PolicyLine.of(status(false, List.of()))).isEqualTo("policy ppo abababababab");
  }

  @Test
  void saysThatARuleStandsInAndHowACandidateAgrees() {
    List<Agreement> agreements =
        List.of(
            new Agreement("candidate", NEXT, PPO, 200, 150, 3),
            new Agreement("shadow", PPO, NEXT, 0, 0, 3));
    assertThat(PolicyLine.of(status(true, agreements)))
        .isEqualTo(
            "policy ppo abababababab, its fallback stands in;"
                + " candidate dqn cdcdcdcdcdcd: agrees in 75 % of 200;"
                + " shadow ppo abababababab: not compared yet");
  }

  private static ServiceStatus status(boolean standIn, List<Agreement> agreements) {
    return new ServiceStatus(
        TestData.search(),
        1,
        1,
        0,
        0,
        null,
        null,
        true,
        PPO,
        standIn,
        agreements,
        Mode.active(),
        0,
        0);
  }
}
