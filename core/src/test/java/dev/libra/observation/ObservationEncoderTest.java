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
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ObservationEncoderTest {
  private static final Instant NOW = TestData.START;
  private final ObservationEncoder encoder = new ObservationEncoder();

  @Test
  void isRelativeToWhatTheServiceCanDo() {
    ServiceSpec service = new ServiceSpec("search", 1, 4, 300, 6, 60, 0.12, 0.05);
    ReplicaSample one = TestData.replica("search-1", ReplicaState.READY, 0.5, NOW);
    Sample sample = new Sample("search", NOW, 150, 60, 300, 400, 0.02, 0.5, 1, 9, List.of(one));
    Observation observation =
        new Observation(service, sample, Duration.ofSeconds(1), 3, NOW, NOW.minusSeconds(600));
    // 150 requests/s of 60 ms are 9 Erlang, for 18 places that are wanted and 6 that are ready.
    double[] values = {
      0.5,
      Math.log(2),
      0.02,
      1.5,
      0.25,
      0.5,
      0.75,
      1 / 3.0,
      1,
      0.1,
      1,
      Math.log1p(5),
      5,
      9,
      7,
      9,
      7,
      9,
      7,
      9,
      7,
      9,
      7,
      9,
      7,
      9,
      7,
      9,
      7,
      9,
      7,
      9,
      7,
      9,
      7,
      0,
      0,
      0.5,
      0,
      0,
      0,
      0.5,
      0,
      0,
      0,
      0.5
    };
    assertThat(encoder.values(observation)).containsExactly(values, within(1e-12));
  }

  @Test
  void seesHowLongRequestsTake() {
    ServiceSpec service = new ServiceSpec("search", 1, 4, 300, 6, 60, 0.12, 0.05);
    ReplicaSample one = TestData.replica("search-1", ReplicaState.READY, 0.5, NOW);
    double[] values = {};
    for (int i = 0; i < 20; i++) {
      Instant at = NOW.plusSeconds(2L * i);
      // Twice what is configured, but for those samples whose requests had to wait.
      double meanMs = i % 4 == 0 ? 120 : 400;
      Sample sample = new Sample("search", at, 75, meanMs, 350, 400, 0, 0.5, 1, 9, List.of(one));
      values = encoder.values(new Observation(service, sample, Duration.ofSeconds(1), 3, at, NOW));
    }
    assertThat(values[index("pace")]).isEqualTo(2);
    assertThat(values[index("slack")]).isEqualTo(Math.log1p(2.5));
    assertThat(values[index("margin")]).isEqualTo(9);
    assertThat(values[index("late-five")]).isEqualTo(1);
  }

  @Test
  void countsWithAnyPaceButTellsItOnlyAsFarAsTrainingGoes() {
    ServiceSpec service = new ServiceSpec("search", 1, 4, 300, 6, 60, 0.12, 0.05);
    ReplicaSample one = TestData.replica("search-1", ReplicaState.READY, 0.5, NOW);
    Sample sample = new Sample("search", NOW, 75, 180, 350, 400, 0, 0.5, 1, 9, List.of(one));
    double[] values =
        encoder.values(new Observation(service, sample, Duration.ofSeconds(1), 3, NOW, NOW));
    assertThat(values[index("pace")]).isEqualTo(2.4);
    assertThat(values[index("slack")]).isEqualTo(Math.log1p(300 / 180.0));
  }

  @Test
  void seesByTheThroughputThatRequestsBecameSlow() {
    double[] values = {};
    for (int s = 0; s < 60; s += 2) {
      values = encoder.values(steady(s, 75, 1));
    }
    assertThat(values[index("pace")]).isEqualTo(1);
    // All six places are taken, but answer half of the 100 requests/s that they can.
    for (int s = 60; s < 68; s += 2) {
      values = encoder.values(answered(s, 50, 1000 + 200 * s, 1));
    }
    assertThat(values[index("pace")]).isEqualTo(2);
    values = encoder.values(answered(68, 100, 2000, 1));
    assertThat(values[index("pace")]).isEqualTo(1);
  }

  @Test
  void tellsWhatSimpleRulesWant() {
    // 250 requests/s of 60 ms are 15 Erlang: three replicas of six places, and two are wanted.
    double[] values = {};
    for (int s = 0; s <= 300; s += 2) {
      values = encoder.values(steady(s, 250, 2));
    }
    assertThat(values[index("advice")]).isEqualTo(0.5 + 1 / 8.0);
    assertThat(values[index("advice-five")]).isEqualTo(0.5 + 1 / 8.0);
    assertThat(values[index("more")]).isZero();
    assertThat(values[index("same")]).isEqualTo(1);
    // With five that are wanted, those that want fewer would have been the best.
    values = encoder.values(steady(302, 250, 5));
    assertThat(values[index("advice")]).isEqualTo(0.5 - 2 / 8.0);
    assertThat(values[index("fewer")]).isZero();
    assertThat(values[index("same")]).isPositive();
  }

  private static Observation steady(int second, double rate, int desired) {
    return answered(second, rate, 60, desired);
  }

  private static Observation answered(int second, double rate, double meanMs, int desired) {
    ServiceSpec service = new ServiceSpec("search", 1, 8, 300, 6, 60, 0.12, 0.05);
    Instant at = NOW.plusSeconds(second);
    ReplicaSample one = TestData.replica("search-1", ReplicaState.READY, 0.5, at);
    Sample sample =
        new Sample(
            "search", at, rate, meanMs, 1.5 * meanMs, 2 * meanMs, 0, 0.5, 1, 9, List.of(one));
    return new Observation(service, sample, Duration.ofSeconds(1), desired, at, NOW);
  }

  private static int index(String feature) {
    return ObservationEncoder.FEATURES.stream()
        .map(ObservationEncoder.Feature::name)
        .toList()
        .indexOf(feature);
  }

  @Property
  void staysWithinItsBounds(
      @ForAll @DoubleRange(min = 0, max = 1e6) double figure,
      @ForAll @IntRange(min = 0, max = 100) int desired,
      @ForAll @IntRange(min = -10, max = 100_000) int seconds) {
    Sample sample =
        new Sample("search", NOW, figure, figure, figure, figure, 1, figure, 1, 99, List.of());
    double[] values =
        encoder.values(
            new Observation(
                TestData.service("search", 1, 100),
                sample,
                Duration.ofSeconds(Math.abs(seconds)),
                desired,
                NOW,
                NOW.minusSeconds(seconds)));
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isBetween(0.0, ObservationEncoder.FEATURES.get(i).high());
    }
  }
}
