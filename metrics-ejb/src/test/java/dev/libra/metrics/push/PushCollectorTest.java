package dev.libra.metrics.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.libra.ManualClock;
import dev.libra.TestData;
import dev.libra.fleet.LiveFleet;
import dev.libra.fleet.ReplicaHealth;
import dev.libra.metrics.GatewayReport;
import dev.libra.metrics.Interval;
import dev.libra.metrics.MetricSource;
import dev.libra.metrics.MetricSourceContract;
import dev.libra.metrics.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PushCollectorTest extends MetricSourceContract {
  private final ManualClock clock = ManualClock.create();
  private final LiveFleet fleet =
      new LiveFleet(clock, Duration.ofSeconds(10), Duration.ofSeconds(5));
  private final PushCollector collector = new PushCollector(fleet, clock);

  @Override
  protected MetricSource source(ManualClock clock) {
    return new PushCollector(
        new LiveFleet(clock, Duration.ofSeconds(10), Duration.ofSeconds(5)), clock);
  }

  @Override
  protected void serve(MetricSource source, ManualClock clock, int requests, int errors) {
    PushCollector push = (PushCollector) source;
    Instant now = clock.instant();
    push.accept(report("gateway-1", interval(now.minusSeconds(2), 1, 0, 0, 100)));
    push.accept(report("gateway-1", interval(now.minusSeconds(1), 1, requests, errors, 100)));
    push.tick();
  }

  @Test
  void addsUpGateways() {
    push("gateway-1", 2, 40, 0, 10);
    push("gateway-2", 2, 20, 3, 40);
    Sample sample = tick();
    assertThat(sample.requestsPerSecond()).isEqualTo(30);
    assertThat(sample.errorRate()).isEqualTo(0.05);
    assertThat(sample.meanMs()).isCloseTo(20, within(0.1));
    assertThat(sample.p95Ms()).isCloseTo(40, within(0.1));
  }

  @Test
  void ratesByTheTimeThatWasMeasuredNotByTheTick() {
    push("gateway-1", 3, 90, 0, 10);
    assertThat(tick().requestsPerSecond()).isEqualTo(30);
  }

  @Test
  void countsARepeatedIntervalOnce() {
    GatewayReport report = report("gateway-1", interval(clock.instant(), 1, 10, 0, 10));
    collector.accept(report);
    collector.accept(report);
    assertThat(tick().requestsPerSecond()).isEqualTo(10);
    collector.accept(report);
    assertThat(tick().requestsPerSecond()).isZero();
  }

  @Test
  void passesOverIntervalsFromLongAgo() {
    Instant longAgo = clock.instant().minus(Duration.ofMinutes(5));
    collector.accept(
        report(
            "gateway-1",
            interval(longAgo, 1, 1000, 1000, 10),
            interval(clock.instant(), 1, 10, 0, 10)));
    assertThat(tick().errorRate()).isZero();
  }

  @Test
  void aTickWithoutAReportYieldsNothing() {
    push("gateway-1", 2, 40, 0, 10);
    tick();
    assertThat(collector.tick()).isEmpty();
    assertThat(collector.latest("search")).isPresent();
  }

  @Test
  void aServiceThatOnlySendsHeartbeatsIsIdleWhileAGatewayReports() {
    collector.accept(TestData.heartbeat("payment-1", ReplicaHealth.READY, clock.instant()));
    collector.accept(report("gateway-1"));
    Sample sample = tick();
    assertThat(sample.service()).isEqualTo("payment");
    assertThat(sample.requestsPerSecond()).isZero();
    assertThat(sample.ready()).isEqualTo(1);
    assertThat(sample.cpu()).isEqualTo(0.5);
  }

  @Test
  void takesTheMeanCpuOfReadyReplicasOnly() {
    collector.accept(TestData.heartbeat("search-1", ReplicaHealth.READY, clock.instant()));
    collector.accept(TestData.heartbeat("search-2", ReplicaHealth.STARTING, clock.instant()));
    collector.accept(report("gateway-1"));
    Sample sample = tick();
    assertThat(sample.cpu()).isEqualTo(0.5);
    assertThat(sample.memoryBytes()).isEqualTo(400_000_000);
    assertThat(sample.starting()).isEqualTo(1);
  }

  @Test
  void aReportAcknowledgesTheUpstreamList() {
    collector.accept(report("gateway-1"));
    assertThat(fleet.isAcknowledged(17)).isTrue();
    assertThat(fleet.isAcknowledged(18)).isFalse();
  }

  @Test
  void refusesValuesTooLargeAndTakesNothingOfThatReport() {
    Histogram huge = new Histogram(1, Interval.HIGHEST_MICROS * 4, 3);
    huge.recordValue(Interval.HIGHEST_MICROS * 3);
    Instant start = clock.instant().minusSeconds(1);
    Interval wrong = new Interval("search", start, clock.instant(), 1, 0, huge);
    GatewayReport report =
        new GatewayReport("gateway-1", 1, List.of(interval(clock.instant(), 1, 10, 0, 10), wrong));
    assertThatThrownBy(() -> collector.accept(report))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("intervals[1].histogram must hold at most 120000000");
    assertThat(collector.tick()).isEmpty();
  }

  @Test
  void refusesAnIntervalWithoutLength() {
    GatewayReport report = report("gateway-1", interval(clock.instant(), 0, 1, 0, 10));
    assertThatThrownBy(() -> collector.accept(report))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("intervals[0].end must be 1 ms to 30 s after start");
  }

  private void push(String gateway, int seconds, int requests, int errors, long ms) {
    Instant start = clock.instant().minusSeconds(seconds);
    collector.accept(report(gateway, interval(start, seconds, requests, errors, ms)));
  }

  private Sample tick() {
    List<Sample> samples = collector.tick();
    assertThat(samples).hasSize(1);
    return samples.get(0);
  }

  private static GatewayReport report(String gateway, Interval... intervals) {
    return new GatewayReport(gateway, 17, List.of(intervals));
  }

  private static Interval interval(
      Instant start, int seconds, int requests, int errors, long latencyMs) {
    Histogram latency = IntervalWindow.newHistogram();
    latency.recordValueWithCount(latencyMs * 1000, requests);
    return new Interval("search", start, start.plusSeconds(seconds), requests, errors, latency);
  }
}
