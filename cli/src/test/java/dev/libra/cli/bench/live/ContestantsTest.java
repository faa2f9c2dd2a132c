package dev.libra.cli.bench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.learning.artifact.ArtifactException;
import dev.libra.simulator.tuning.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestantsTest {
  private final Contestants contestants =
      new Contestants("search", Path.of("no-such.zip"), ContestantsTest::tuned);

  @Test
  void aTunedRuleIsConfiguredAsItWasTuned() {
    Contestant hpa = contestants.named(List.of("hpa-tuned")).get(0);
    assertThat(hpa.settings())
        .containsEntry("libra.service.search.policy", "hpa")
        .containsEntry("libra.policy.hpa.target-cpu", "0.9000")
        .containsEntry("libra.policy.hpa.down-stabilization-s", "300.0000")
        .hasSize(7);
    assertThat(hpa.about()).contains("target-cpu 0.9");
    assertThat(hpa.learned()).isFalse();
  }

  @Test
  void aStockRuleHasNothingButItsName() {
    assertThat(contestants.named(List.of("keda", "keda")))
        .singleElement()
        .satisfies(keda -> assertThat(keda.settings()).hasSize(1).containsValue("keda"));
  }

  @Test
  void namesWhatThereIs() {
    assertThatThrownBy(() -> contestants.named(List.of("kpa-tuned")))
        .hasMessageContaining("hpa-tuned")
        .hasMessageContaining("was: kpa-tuned");
    assertThatThrownBy(() -> contestants.named(List.of("learned")))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("no-such.zip");
  }

  private static double[] tuned(Rule rule) {
    double[] point = rule.stockPoint();
    point[0] = 0.9;
    return point;
  }
}
