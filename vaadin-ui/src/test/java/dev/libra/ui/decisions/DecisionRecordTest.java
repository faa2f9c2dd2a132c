package dev.libra.ui.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import dev.libra.policy.Proposal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DecisionRecordTest {

  @Test
  void showsProbabilitiesAndTheFiveFeaturesThatMatteredMostHighestFirst() {
    Map<String, Double> terms = new TreeMap<>(Map.of("p(up)", 0.9, "p(keep)", 0.1));
    for (int i = 1; i <= 7; i++) {
      terms.put("matters(f" + i + ")", i / 10.0);
    }
    terms.put("expects(cost)", -0.8);
    terms.put("expects(latency)", -0.05);
    terms.put("fallback", 0.0);
    assertThat(Terms.of(new Proposal(2, "up", terms)))
        .containsEntry("Probabilities", "up 0.900, keep 0.100")
        .containsEntry("Mattered most", "f7 0.700, f6 0.600, f5 0.500, f4 0.400, f3 0.300")
        .containsEntry("Expected reward", "cost -0.800, latency -0.050")
        .containsEntry("Terms", "fallback 0")
        .doesNotContainKey("Q-values");
  }

  @Test
  void showsARulesTermsAsTheyAre() {
    Proposal proposal = new Proposal(3, "CPU", Map.of("cpu", 0.92, "target", 0.6));
    assertThat(Terms.of(proposal)).containsOnly(Map.entry("Terms", "cpu 0.920, target 0.600"));
  }

  @Test
  void showsWhatACandidateWishedFor() {
    assertThat(DecisionRecord.of(TestData.decisionWithOpinion("search", TestData.START, 2)))
        .containsEntry(
            "Wish of candidate ppo", "3 replicas: up (0.90), mostly by load, digest beef")
        .containsEntry("Probabilities of candidate ppo", "up 0.900")
        .containsEntry("Guard rail bounds", "Passed: nothing to object");
  }
}
