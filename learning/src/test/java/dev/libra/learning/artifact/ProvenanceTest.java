package dev.libra.learning.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

  @Test
  void tellsTheTasksOptionsFromTheAgentsSettings() {
    Map<String, String> options = Map.of("actions", "large");
    Map<String, String> all = Provenance.hyperParameters(Map.of("discount", "0.99"), options);
    Provenance provenance = new Provenance(1, 0, all, Map.of(), "unknown");
    assertThat(provenance.taskOptions()).isEqualTo(options);
    assertThat(provenance.hyperParameters()).containsEntry("discount", "0.99").hasSize(2);
  }
}
