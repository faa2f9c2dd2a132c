package dev.libra.policy.hpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import dev.libra.observation.Observation;
import dev.libra.policy.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HpaPolicyTest {
  private static final ServiceSpec SEARCH = TestData.service("search", 1, 20);
  private final HpaPolicy hpa = new HpaPolicy(HpaSettings.stock());
  private Instant now = TestData.START;

  @Test
  void scalesUpAtOnceAndSaysWhy() {
    Proposal proposal = propose(1, 0.92);
    assertThat(proposal.desired()).isEqualTo(2);
    assertThat(proposal.reason()).isEqualTo("CPU 92 % of 60 % target");
    assertThat(proposal.terms()).containsEntry("recommended", 2.0).containsEntry("cpu", 0.92);
  }

  @Test
  void evaluatesOnlyOncePerSync() {
    propose(1, 0.6);
    now = now.plusSeconds(14);
    assertThat(propose(1, 3.0).reason()).isEqualTo("between two syncs");
    now = now.plusSeconds(1);
    assertThat(propose(1, 3.0).desired()).isGreaterThan(1);
  }

  @Test
  void averagesCpuOverTheMetricWindow() {
    propose(1, 0.6);
    for (int i = 0; i < 7; i++) {
      now = now.plusSeconds(2);
      propose(1, i % 2 == 0 ? 0.2 : 1.0);
    }
    now = now.plusSeconds(2);
    assertThat(propose(1, 0.6).desired()).isEqualTo(1);
  }

  @Test
  void aScaleDownWaitsForTheStabilizationWindow() {
    assertThat(propose(4, 0.6).desired()).isEqualTo(4);
    for (int s = 15; s < 300; s += 15) {
      now = TestData.START.plusSeconds(s);
      assertThat(propose(4, 0.1).desired()).as("after %d s", s).isEqualTo(4);
    }
    now = TestData.START.plusSeconds(300);
    assertThat(propose(4, 0.1).desired()).isEqualTo(1);
  }

  @Test
  void growsByFourOrDoublesPerPeriodWhicheverIsMore() {
    assertThat(propose(1, 6.0).desired()).isEqualTo(5);
    now = now.plusSeconds(15);
    assertThat(propose(5, 6.0).desired()).isEqualTo(10);
    now = now.plusSeconds(2);
    assertThat(propose(10, 6.0).reason()).isEqualTo("between two syncs");
  }

  @Test
  void staysWithinTheBoundsOfTheService() {
    assertThat(propose(18, 6.0).desired()).isEqualTo(20);
  }

  @Test
  void ignoresTheCpuOfAReplicaThatJustBecameReady() {
    Instant started = now.minusSeconds(20);
    ReplicaSample warm = TestData.replica("search-1", ReplicaState.READY, 0.6, now);
    ReplicaSample fresh =
        new ReplicaSample(
            "search-2", ReplicaState.READY, 5.0, 1, 0, started, now.minusSeconds(10), now);
    Sample sample = TestData.sample("search", now, warm, fresh);
    assertThat(propose(sample, 2).desired()).isEqualTo(2);
  }

  @Test
  void holdsWithoutAnyMetric() {
    Sample sample = TestData.sample("search", now);
    assertThat(propose(sample, 3).desired()).isEqualTo(3);
    assertThat(propose(sample, 3).reason()).isNotBlank();
  }

  @Test
  void leavesDrainingReplicasOut() {
    Sample sample =
        TestData.sample(
            "search",
            now,
            TestData.replica("search-1", ReplicaState.READY, 0.6, now),
            TestData.replica("search-2", ReplicaState.DRAINING, 9.0, now));
    assertThat(propose(sample, 1).desired()).isEqualTo(1);
  }

  @Test
  void theSameSettingsHaveTheSameDigest() {
    HpaSettings other = HpaSettings.stock().withDownStabilization(Duration.ofSeconds(60));
    assertThat(hpa.id()).isEqualTo(new HpaPolicy(HpaSettings.stock()).id());
    assertThat(hpa.id()).isNotEqualTo(new HpaPolicy(other).id());
  }

  private Proposal propose(int replicas, double cpu) {
    ReplicaSample[] samples =
        IntStream.rangeClosed(1, replicas)
            .mapToObj(i -> TestData.replica("search-" + i, ReplicaState.READY, cpu, now))
            .toArray(ReplicaSample[]::new);
    return propose(TestData.sample("search", now, samples), replicas);
  }

  private Proposal propose(Sample sample, int current) {
    return hpa.propose(new Observation(SEARCH, sample, Duration.ZERO, current, now));
  }
}
