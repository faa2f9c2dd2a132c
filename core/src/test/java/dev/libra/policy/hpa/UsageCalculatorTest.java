package dev.libra.policy.hpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageCalculatorTest {
  private final UsageCalculator calculator = new UsageCalculator(0.6, 0.1);

  @ParameterizedTest(name = "{0} replicas at {1} → {2}")
  @CsvSource({
    "1, 0.60, 1",
    "1, 0.66, 1", // the tolerance's edge belongs to it
    "1, 0.67, 2",
    "1, 0.92, 2",
    "2, 1.00, 4",
    "3, 0.60, 3",
    "4, 0.10, 1",
    "4, 0.54, 4",
    "4, 0.53, 4",
    "5, 0.30, 3",
    "1, 0.00, 0"
  })
  void ceilOfReplicasTimesUsageOverTarget(int replicas, double cpu, int expected) {
    assertThat(calculator.recommend(groups(replicas, cpu, 0, 0), replicas)).isEqualTo(expected);
  }

  @Test
  void unreadyReplicasCountAsIdleWhenScalingUp() {
    // 2 × 0.9 over 3 replicas is 0.6: exactly the target
    assertThat(calculator.recommend(groups(2, 0.9, 1, 0), 3)).isEqualTo(3);
    assertThat(calculator.recommend(groups(2, 1.5, 1, 0), 3)).isEqualTo(5);
  }

  @Test
  void unreadyReplicasAreLeftOutWhenScalingDown() {
    assertThat(calculator.recommend(groups(4, 0.3, 1, 0), 5)).isEqualTo(2);
  }

  @Test
  void unreadyReplicasNeverTurnAScaleUpIntoAScaleDown() {
    assertThat(calculator.recommend(groups(1, 1.0, 2, 0), 3)).isEqualTo(3);
  }

  @Test
  void missingMetricsCountAsFullyBusyWhenScalingDown() {
    // (3 × 0.2 + 1 × 1.0) ÷ 4 = 0.4 → ceil(0.667 × 4) = 3
    assertThat(calculator.recommend(groups(3, 0.2, 0, 1), 4)).isEqualTo(3);
  }

  @Test
  void missingMetricsCountAsIdleWhenScalingUp() {
    // 3 × 1.2 over 4 = 0.9 → ceil(1.5 × 4) = 6
    assertThat(calculator.recommend(groups(3, 1.2, 0, 1), 4)).isEqualTo(6);
  }

  @Property(tries = 500)
  void missingMetricsNeverMakeTheChangeLarger(
      @ForAll @IntRange(min = 1, max = 20) int ready,
      @ForAll @DoubleRange(min = 0, max = 3) double cpu,
      @ForAll @IntRange(min = 1, max = 20) int missing) {
    int current = ready + missing;
    int recommended = calculator.recommend(groups(ready, cpu, 0, missing), current);
    double ratio = cpu / 0.6;
    if (ratio > 1) {
      assertThat(recommended).isBetween(current, (int) Math.ceil(ratio * current));
    } else {
      assertThat(recommended).isBetween(0, current);
    }
  }

  private static ReplicaGroups groups(int ready, double cpu, int unready, int missing) {
    List<Double> readyCpu = IntStream.range(0, ready).mapToObj(i -> cpu).toList();
    return new ReplicaGroups(readyCpu, unready, missing);
  }
}
