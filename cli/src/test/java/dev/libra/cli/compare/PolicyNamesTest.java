package dev.libra.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.simulator.comparison.Entrant;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On the policies that are shipped, which must be readable. */
class PolicyNamesTest {
  private final PolicyNames names = new PolicyNames(Path.of("..", "policy"));

  @Test
  void theDefaultIsOneOfTheSeedsAndTakesPartOnce() {
    Chosen chosen = names.choose(List.of("hpa", "ppo", "learned"));
    assertThat(chosen.rules()).containsExactly("hpa");
    assertThat(chosen.learned()).extracting(Entrant::seed).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(chosen.turned()).hasSize(5 * 6).allMatch(e -> e.form().equals("knob"));
  }
}
