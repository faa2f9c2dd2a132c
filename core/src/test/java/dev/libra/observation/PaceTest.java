package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.TestData;
import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final ServiceSpec SERVICE = TestData.search();
  private static final double LATE_MS = SERVICE.sloMs() + 1;

  private final Pace pace = new Pace();
  private int second;

  @Test
  void isThatOfTheQuickestSamples() {
    assertThat(pace.factor()).isEqualTo(1);
    for (int i = 0; i < 100; i++) {
      see(i % 3 == 0 ? 72 : 420, 100, 1);
    }
    assertThat(pace.factor()).isEqualTo(1.2);
    assertThat(pace.seconds(SERVICE)).isCloseTo(0.072, within(1e-9));
  }

  @Test
  void isThatOfTheThroughputWhileAllWait() {
    quick();
    // A replica's 8 places serve 133 requests/s of 60 ms.
    see(300, 133.3 / 2.2, 1);
    see(540, 133.3 / 2, 1);
    assertThat(pace.factor()).isEqualTo(1);
    see(900, 133.3 / 2.1, 1);
    assertThat(pace.factor()).isCloseTo(2, within(0.001));
    see(840, 133.3 / 1.1, 1);
    assertThat(pace.factor()).isCloseTo(1.1, within(0.001));
    see(100, 100, 1);
    assertThat(pace.factor()).isEqualTo(1);
  }

  @Test
  void countsPlacesThatWereThereAllTheTime() {
    quick();
    for (int ready : new int[] {1, 3, 2}) {
      see(900, 133.3 / 2, ready);
    }
    assertThat(pace.factor()).isCloseTo(2, within(0.001));
  }

  @Test
  void doesNotTakeAFewLateOnesForASlowService() {
    quick();
    for (int i = 0; i < 3; i++) {
      // Most of them didn't wait.
      see(110, 40, 1);
    }
    assertThat(pace.factor()).isEqualTo(1);
  }

  @Test
  void endsAtFourTimesAndAtHalf() {
    see(6, 100, 1);
    assertThat(pace.factor()).isEqualTo(0.5);
    for (int i = 0; i < 3; i++) {
      see(540, 133.3 / 9, 1);
    }
    assertThat(pace.factor()).isEqualTo(4);
  }

  private void quick() {
    for (int i = 0; i < 100; i++) {
      see(60, 100, 1);
    }
  }

  private void see(double meanMs, double rate, int ready) {
    Instant now = TestData.START.plusSeconds(second);
    second += 2;
    ReplicaSample replica = TestData.replica("search-1", ReplicaState.READY, 0.5, now);
    double p95Ms = meanMs > 100 ? Math.max(LATE_MS, meanMs) : meanMs;
    Sample sample =
        new Sample(
            "search",
            now,
            rate,
            meanMs,
            p95Ms,
            p95Ms,
            0,
            0.5,
            1,
            9,
            Collections.nCopies(ready, replica));
    pace.add(new Observation(SERVICE, sample, Duration.ofSeconds(1), ready, now));
  }
}
