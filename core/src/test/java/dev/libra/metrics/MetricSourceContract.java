package dev.libra.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link MetricSource} keeps to. */
public abstract class MetricSourceContract {

  /**
   * A source for the service {@code search} that has seen nothing yet.
   *
   * @param clock its only notion of time
   */
  protected abstract MetricSource source(ManualClock clock);

  /**
   * Lets the service answer so many requests within the 2 s that end now, so many of them with an
   * error, each after 100 ms, and lets the source take its tick.
   */
  protected abstract void serve(MetricSource source, ManualClock clock, int requests, int errors);

  @Test
  void hasNothingBeforeTheFirstTick() {
    assertThat(source(ManualClock.create()).latest("search")).isEmpty();
  }

  @Test
  void knowsNothingOfAnUnknownService() {
    ManualClock clock = ManualClock.create();
    MetricSource source = source(clock);
    ticked(source, clock, 10, 0);
    assertThat(source.latest("nobody")).isEmpty();
  }

  @Test
  void countsRequestsPerSecondAndErrors() {
    ManualClock clock = ManualClock.create();
    MetricSource source = source(clock);
    ticked(source, clock, 0, 0);
    ticked(source, clock, 100, 5);
    Sample sample = source.latest("search").orElseThrow();
    assertThat(sample.requestsPerSecond()).isBetween(49.0, 51.0);
    assertThat(sample.errorRate()).isBetween(0.049, 0.051);
    assertThat(sample.meanMs()).isBetween(90.0, 110.0);
    assertThat(sample.p95Ms()).isBetween(50.0, 250.0);
  }

  @Test
  void anIdleTickHasNoRateAndNoLatency() {
    ManualClock clock = ManualClock.create();
    MetricSource source = source(clock);
    ticked(source, clock, 10, 0);
    ticked(source, clock, 0, 0);
    Sample sample = source.latest("search").orElseThrow();
    assertThat(sample.requestsPerSecond()).isZero();
    assertThat(sample.p95Ms()).isZero();
    assertThat(sample.errorRate()).isZero();
  }

  @Test
  void theAgeGrowsWhenNothingComes() {
    ManualClock clock = ManualClock.create();
    MetricSource source = source(clock);
    ticked(source, clock, 0, 0);
    ticked(source, clock, 10, 0);
    clock.advance(Duration.ofSeconds(30));
    assertThat(source.latest("search").orElseThrow().age(clock))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
  }

  private void ticked(MetricSource source, ManualClock clock, int requests, int errors) {
    clock.advance(Duration.ofSeconds(2));
    serve(source, clock, requests, errors);
  }
}
