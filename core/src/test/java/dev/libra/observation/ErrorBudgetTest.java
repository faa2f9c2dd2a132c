package dev.libra.observation;

import static dev.libra.observation.LeastSpent.always;
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

  /** Of 1000 s at first and 4000 s later, of whose 2.86 % 70 % are given back: 2 %. */
  private final ErrorBudget budget = budget(0);

  @Test
  void lateRequestsSpendAndTimeGivesBack() {
    run(budget, 0, 100, 100, 100);
    assertThat(budget.spent(at(100, 100, 100))).isZero();
    // 10 of 1000 seconds are half of 2 %, and time gave a hundredth back meanwhile.
    assertThat(run(budget, 102, 110, 100, 400)).isCloseTo(0.49, within(1e-9));
    assertThat(run(budget, 112, 310, 100, 100)).isCloseTo(0.29, within(1e-9));
    assertThat(run(budget, 312, 700, 100, 100)).isZero();
  }

  @Test
  void isTheBudgetOfTheTimeSeenUpToTheLongest() {
    run(budget, 0, 1990, 100, 100);
    assertThat(run(budget, 1992, 2000, 100, 400)).isCloseTo(0.25, within(0.01));
    run(budget, 2002, 8000, 100, 100);
    assertThat(run(budget, 8002, 8010, 100, 400)).isCloseTo(0.125, within(0.01));
  }

  @Test
  void isAllSpentAtOnceWhereTheLastHalfHourWasTwiceTooLate() {
    run(budget, 0, 20_000, 100, 100);
    // 30 s of the 4000 s' budget of 80 s, and 1.7 of the 2.86 % of half an hour.
    assertThat(run(budget, 20_002, 20_030, 100, 400)).isCloseTo(0.37, within(0.01));
    assertThat(run(budget, 20_032, 20_070, 100, 400)).isCloseTo(1, within(0.01));
  }

  @Test
  void risesAsLongAsMoreIsLateThanIsGivenBackAndFallsOtherwise() {
    ErrorBudget half = budget(0.5);
    // 2 s of 80 are 2.5 %, of 133 they are 1.5 %.
    double after = lateOnceIn(80, half, 0, 8000);
    assertThat(after).isGreaterThan(0.8);
    assertThat(lateOnceIn(132, half, 8000, 20_000)).isBetween(0.05, after - 0.5);
  }

  @Test
  void countsRequestsAndNotTime() {
    run(budget, 0, 100, 100, 100);
    assertThat(run(budget, 102, 110, 10, 400)).isCloseTo(0.04, within(0.01));
    assertThat(run(budget, 112, 114, 1e6, 400)).isBetween(0.5, 1.0);
  }

  @Test
  void countsTheShareThatWasLate() {
    run(budget, 0, 100, 100, 100);
    double all = budget.spent(at(102, 100, 400));
    ErrorBudget half = budget(0);
    run(half, 0, 100, 100, 100);
    Instant at = TestData.START.plusSeconds(102);
    // From 200 to 400 ms.
    Sample spread = new Sample("search", at, 100, 300, 390, 400, 0, 0.5, 1, 9, List.of());
    double given = 2 / 1000.0;
    assertThat(half.spent(at(at, spread))).isCloseTo((all + given) / 2 - given, within(1e-9));
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
    ErrorBudget half = budget(0.5);
    assertThat(half.spent(at(0, 0, 0))).isEqualTo(0.5);
    assertThat(run(half, 2, 200, 0, 0)).isCloseTo(0.3, within(0.01));
  }

  @Test
  void takesAShareForSpentAtAnyTime() {
    ErrorBudget wary = budget(always(0.4), 0.5);
    assertThat(run(wary, 0, 500, 100, 100)).isEqualTo(0.4);
    // From there on, and not from what would have been left without that.
    assertThat(run(wary, 502, 510, 100, 400)).isCloseTo(0.89, within(1e-9));
  }

  @Test
  void takesMoreForSpentOnSteadyLoad() {
    ErrorBudget wary = budget(new LeastSpent(0.3, 0.8), 0.5);
    // Not before a minute was seen.
    assertThat(run(wary, 0, 58, 100, 100)).isCloseTo(0.442, within(1e-9));
    assertThat(run(wary, 60, 1000, 100, 100)).isEqualTo(0.8);
  }

  @Test
  void takesLessForSpentOnRoughLoad() {
    ErrorBudget wary = budget(new LeastSpent(0.3, 0.8), 0.5);
    double spent = 0;
    for (int s = 0; s < 1000; s += 2) {
      spent = wary.spent(at(s, s / 10 % 2 == 0 ? 50 : 150, 100));
    }
    assertThat(spent).isEqualTo(0.3);
  }

  @Test
  void refusesImpossibleBudgets() {
    Duration hour = Duration.ofHours(1);
    assertThatThrownBy(() -> new ErrorBudget(Duration.ZERO, hour, 0.02, always(0), 0))
        .hasMessageContaining("shortest");
    assertThatThrownBy(() -> new ErrorBudget(hour, Duration.ofMinutes(1), 0.02, always(0), 0))
        .hasMessageContaining("longest");
    assertThatThrownBy(() -> new ErrorBudget(hour, hour, 0, always(0), 0))
        .hasMessageContaining("allowed");
    assertThatThrownBy(() -> new ErrorBudget(hour, hour, 0.1, always(-1), 0))
        .hasMessageContaining("least");
    assertThatThrownBy(() -> new LeastSpent(0.5, 0.4)).hasMessageContaining("steady");
    assertThatThrownBy(() -> new ErrorBudget(hour, hour, 0.1, always(0), 1.5))
        .hasMessageContaining("initial");
    assertThatThrownBy(() -> new ErrorBudget(hour, hour, 0.1, always(0.5), 0.4))
        .hasMessageContaining("initial");
  }

  private static ErrorBudget budget(double initial) {
    return budget(always(0), initial);
  }

  private static ErrorBudget budget(LeastSpent least, double initial) {
    return new ErrorBudget(
        Duration.ofSeconds(1000), Duration.ofSeconds(4000), 0.02 / 0.7, least, initial);
  }

  private static double lateOnceIn(int seconds, ErrorBudget budget, int from, int to) {
    double spent = 0;
    for (int s = from; s < to; s += seconds) {
      run(budget, s, s, 100, 400);
      spent = run(budget, s + 2, s + seconds - 2, 100, 100);
    }
    return spent;
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
    // Late ones are so alike.
    double meanMs = p95Ms > SERVICE.sloMs() ? p95Ms : 60;
    return at(at, new Sample("search", at, rate, meanMs, p95Ms, 400, 0, 0.5, 1, 9, List.of()));
  }

  private static Observation at(Instant at, Sample sample) {
    return new Observation(SERVICE, sample, Duration.ofSeconds(1), 3, at, at);
  }
}
