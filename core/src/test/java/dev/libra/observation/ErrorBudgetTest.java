package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.libra.TestData;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {
  private static final ServiceSpec SERVICE =
      new ServiceSpec("search", 1, 4, 300, 6, 60, 0.12, 0.05);
  private final ErrorBudget budget = new ErrorBudget(Duration.ofSeconds(1000), 0.02, 0);

  @Test
  void spendsByTheShareOfLateRequests() {
    run(budget, 0, 100, 100, 100);
    assertThat(budget.spent(at(100, 100, 100))).isZero();
    // 10 of the last 1000 seconds are half of the 2 % that are allowed.
    assertThat(run(budget, 102, 110, 100, 400)).isCloseTo(0.5, within(0.01));
    assertThat(run(budget, 112, 1110, 100, 100)).isCloseTo(0.5 / Math.E, within(0.01));
    assertThat(run(budget, 1112, 1200, 100, 400)).isEqualTo(1);
  }

  @Test
  void countsRequestsAndNotTime() {
    run(budget, 0, 100, 100, 100);
    assertThat(run(budget, 102, 110, 10, 400)).isCloseTo(0.05, within(0.01));
    assertThat(run(budget, 112, 114, 1e6, 400)).isBetween(0.5, 1.0);
  }

  @Test
  void takesEachObservationOnce() {
    run(budget, 0, 100, 100, 100);
    double once = budget.spent(at(102, 100, 400));
    assertThat(budget.spent(at(102, 100, 400))).isEqualTo(once);
    assertThat(budget.spent(at(50, 100, 400))).isEqualTo(once);
  }

  @Test
  void beginsWithWhatIsTakenForSpent() {
    ErrorBudget half = new ErrorBudget(Duration.ofSeconds(1000), 0.02, 0.5);
    assertThat(half.spent(at(0, 0, 0))).isEqualTo(0.5);
    assertThat(run(half, 2, 1000, 0, 0)).isCloseTo(0.5 / Math.E, within(0.01));
  }

  @Test
  void refusesImpossibleBudgets() {
    assertThatThrownBy(() -> new ErrorBudget(Duration.ZERO, 0.02, 0))
        .hasMessageContaining("memory");
    assertThatThrownBy(() -> new ErrorBudget(Duration.ofHours(1), 0, 0))
        .hasMessageContaining("allowed");
    assertThatThrownBy(() -> new ErrorBudget(Duration.ofHours(1), 0.1, 1.5))
        .hasMessageContaining("initial");
  }

  private static double run(ErrorBudget budget, int from, int to, double rate, double p95Ms) {
    double spent = 0;
    for (int s = from; s <= to; s += 2) {
      spent = budget.spent(at(s, rate, p95Ms));
    }
    return spent;
  }

  private static Observation at(int second, double rate, double p95Ms) {
    Instant at = TestData.START.plusSeconds(second);
    Sample sample = new Sample("search", at, rate, 60, p95Ms, 400, 0, 0.5, 1, 9, List.of());
    return new Observation(SERVICE, sample, Duration.ofSeconds(1), 3, at, at);
  }
}
