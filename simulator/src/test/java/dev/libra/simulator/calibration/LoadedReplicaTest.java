package dev.libra.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedReplicaTest {
  private static final LoadedReplica CHEAP = new LoadedReplica(80, 0.6);
  private static final LoadedReplica DEAR = new LoadedReplica(60, 0.9);
  private static final LoadedReplica BETWEEN = new LoadedReplica(90, 0.9);

  @Test
  void theMedianGoesByWhatARequestTakes() {
    assertThat(LoadedReplica.median(List.of(DEAR, BETWEEN, CHEAP))).isEqualTo(BETWEEN);
    assertThat(LoadedReplica.median(List.of(CHEAP, DEAR))).isEqualTo(DEAR);
    assertThat(LoadedReplica.median(List.of(CHEAP))).isEqualTo(CHEAP);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> LoadedReplica.median(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new LoadedReplica(0, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new LoadedReplica(10, Double.NaN));
  }
}
