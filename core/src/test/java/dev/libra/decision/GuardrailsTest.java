package dev.libra.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GuardrailsTest {
  private static final Instant NOW = TestData.START;
  private static final ServiceSpec SEARCH = TestData.service("search", 2, 6);
  private static final Sample GOOD = TestData.slow("search", NOW, 100);

  @Test
  void boundsKeepTheCountBetweenMinimumAndMaximum() {
    Guardrail bounds = new BoundsGuardrail();
    assertThat(bounds.check(situation(GOOD, 3), 9))
        .isEqualTo(new Verdict("bounds", "TooManyReplicas", "at most 6 replicas", 9, 6));
    assertThat(bounds.check(situation(GOOD, 3), 0))
        .isEqualTo(new Verdict("bounds", "TooFewReplicas", "at least 2 replicas", 0, 2));
    assertThat(bounds.check(situation(GOOD, 3), 6).changed()).isFalse();
  }

  @Test
  void aStepIsLimitedInBothDirections() {
    Guardrail step = new StepGuardrail(2, 1);
    assertThat(step.check(situation(GOOD, 3), 6).after()).isEqualTo(5);
    assertThat(step.check(situation(GOOD, 5), 2).after()).isEqualTo(4);
    assertThat(step.check(situation(GOOD, 3), 5).reason()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void staleMetricsForbidScalingDownButNotUp() {
    Guardrail stale = new StaleMetricsGuardrail(Duration.ofSeconds(10));
    Situation old = situation(GOOD, Duration.ofSeconds(11), 4, null);
    assertThat(stale.check(old, 2).after()).isEqualTo(4);
    assertThat(stale.check(old, 2).reason()).isEqualTo("ScaleDownOnStaleMetrics");
    assertThat(stale.check(old, 5).after()).isEqualTo(5);
    assertThat(stale.check(situation(GOOD, Duration.ofSeconds(10), 4, null), 2).after())
        .isEqualTo(2);
  }

  @Test
  void missingMetricsForbidScalingDown() {
    Guardrail stale = new StaleMetricsGuardrail(Duration.ofSeconds(10));
    Situation blind = new Situation(SEARCH, null, null, 4, null, NOW);
    assertThat(stale.check(blind, 3).after()).isEqualTo(4);
  }

  @Test
  void aLatencyBreachForbidsScalingDown() {
    Guardrail breach = new SloBreachGuardrail(0.001);
    assertThat(breach.check(situation(TestData.slow("search", NOW, 301), 4), 3).reason())
        .isEqualTo("ScaleDownInSloBreach");
    assertThat(breach.check(situation(TestData.slow("search", NOW, 300), 4), 3).after())
        .isEqualTo(3);
    assertThat(breach.check(situation(TestData.slow("search", NOW, 900), 4), 5).after())
        .isEqualTo(5);
  }

  @Test
  void anErrorBreachForbidsScalingDown() {
    Guardrail breach = new SloBreachGuardrail(0.001);
    Sample failing = new Sample("search", NOW, 50, 50, 90, 99, 0.002, 0.5, 1, 3, List.of());
    assertThat(breach.check(situation(failing, 4), 3).after()).isEqualTo(4);
  }

  @Test
  void coolDownHoldsAChangeBackAfterAChange() {
    Guardrail coolDown = new CooldownGuardrail(Duration.ZERO, Duration.ofSeconds(30));
    Situation justChanged = situation(GOOD, Duration.ZERO, 4, NOW.minusSeconds(29));
    assertThat(coolDown.check(justChanged, 3).reason()).isEqualTo("ScaleDownCoolingDown");
    assertThat(coolDown.check(justChanged, 5).after()).isEqualTo(5);
    assertThat(coolDown.check(situation(GOOD, Duration.ZERO, 4, NOW.minusSeconds(30)), 3).after())
        .isEqualTo(3);
  }

  @Property(tries = 500)
  void whateverIsWishedStaysInBoundsAndNeverShrinksBlindlyOrInABreach(
      @ForAll @IntRange(min = 0, max = 1000) int wished,
      @ForAll @IntRange(min = 2, max = 6) int current,
      @ForAll @IntRange(min = 0, max = 100) int ageS,
      @ForAll @DoubleRange(min = 0, max = 1000) double p95) {
    Guardrails all =
        new Guardrails(
            List.of(
                new StaleMetricsGuardrail(Duration.ofSeconds(10)),
                new SloBreachGuardrail(0.001),
                new CooldownGuardrail(Duration.ZERO, Duration.ofSeconds(10)),
                new StepGuardrail(4, 2),
                new BoundsGuardrail()));
    Situation situation =
        situation(TestData.slow("search", NOW, p95), Duration.ofSeconds(ageS), current, null);
    List<Verdict> verdicts = all.check(situation, wished);
    int after = verdicts.get(4).after();
    assertThat(verdicts).hasSize(5);
    assertThat(after).isBetween(2, 6).isBetween(current - 2, current + 4);
    if (ageS > 10 || p95 > 300) {
      assertThat(after).isGreaterThanOrEqualTo(current);
    }
  }

  private static Situation situation(Sample sample, int current) {
    return situation(sample, Duration.ZERO, current, null);
  }

  private static Situation situation(Sample sample, Duration age, int current, Instant lastChange) {
    return new Situation(SEARCH, sample, age, current, lastChange, NOW);
  }
}
