package dev.libra.learning.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.SeededRandom;
import dev.libra.learning.network.DenseNetwork;
import dev.libra.learning.network.NetworkSpec;
import dev.libra.learning.normalization.ObservationNormalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QNetworkTest {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void learnsAGivenValue(boolean dueling) {
    DenseNetwork dense = new DenseNetwork(NetworkSpec.qNetwork(2, List.of(8), 3, dueling), 1e-8);
    dense.initialize(new SeededRandom(2));
    QNetwork network = new QNetwork(dense, new ObservationNormalizer(2, false), 3, dueling);
    float[] rows = {0.5f, -1, 2, 0.3f};
    double[] wanted = {1, 2, 3, -1, -2, -3};
    for (int step = 0; step < 1500; step++) {
      double[] gradient = network.values(rows, 2);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] -= wanted[i];
      }
      network.backward(gradient);
      dense.update(0.01, 10);
    }
    assertThat(network.values(rows, 2)).containsExactly(wanted, within(0.01));
  }

  @Test
  void seesObservationsAsTheyAreNormalized() {
    DenseNetwork dense = new DenseNetwork(NetworkSpec.qNetwork(2, List.of(8), 3, false), 1e-8);
    dense.initialize(new SeededRandom(3));
    ObservationNormalizer normalizer = new ObservationNormalizer(2, true);
    normalizer.observe(new double[][] {{90, -1}, {110, 1}, {95, 0}});
    double[] seen = {104, 0.5};
    float[] raw = {104, 0.5f};
    QNetwork network = new QNetwork(dense, normalizer, 3, false);
    QNetwork bare = new QNetwork(dense, new ObservationNormalizer(2, false), 3, false);
    double[] values = network.values(raw, 1);
    assertThat(values)
        .containsExactly(bare.values(normalizer.normalize(seen), 1), within(1e-6))
        .isNotEqualTo(bare.values(raw, 1));
    assertThat(network.values(new double[][] {seen})).containsExactly(values, within(1e-6));
  }
}
