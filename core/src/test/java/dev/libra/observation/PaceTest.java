package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();
  private int second;

  @Test
  void isThatOfTheQuickestSamples() {
    assertThat(pace.factor()).isEqualTo(1);
    for (int i = 0; i < 100; i++) {
      see(i % 5 == 0 ? 1.2 : 7, 0);
    }
    assertThat(pace.factor()).isEqualTo(1.2);
  }

  @Test
  void isThatOfTheThroughputWhileAllWait() {
    for (int i = 0; i < 100; i++) {
      see(1, 0);
    }
    see(5, 2.2);
    see(9, 2);
    assertThat(pace.factor()).isEqualTo(1);
    see(15, 2.1);
    assertThat(pace.factor()).isEqualTo(2);
    see(14, 1.1);
    assertThat(pace.factor()).isEqualTo(1.1);
    see(3, 0);
    assertThat(pace.factor()).isEqualTo(1);
  }

  @Test
  void endsAtFourTimesAndAtHalf() {
    see(0.1, 0);
    assertThat(pace.factor()).isEqualTo(0.5);
    for (int i = 0; i < 3; i++) {
      see(9, 9);
    }
    assertThat(pace.factor()).isEqualTo(4);
  }

  private void see(double factor, double throughput) {
    pace.add(TestData.START.plusSeconds(second), factor);
    pace.addThroughput(throughput);
    second += 2;
  }
}
