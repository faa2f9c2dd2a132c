package dev.libra.simulator.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.trace.Trace;
import org.junit.jupiter.api.Test;

class TwinTest {
  private static final ServiceSpec SEARCH = Scenes.search(6);
  private static final TwinParameters PLANT = TwinParameters.standard();

  @Test
  void theSameSeedsGiveTheSameBits() {
    Trace trace = Scenes.steps(20, 120, 200, 180, 20, 300);
    RunResult first = run(trace, 3, 4);
    RunResult second = run(trace, 3, 4);
    assertThat(second).usingRecursiveComparison().isEqualTo(first);
    assertThat(run(trace, 3, 5).latency()).isNotEqualTo(first.latency());
  }

  @Test
  void everyPolicyGetsTheSameRequests() {
    Trace trace = Scenes.constant(100, 300);
    long byHpa = run(trace, 7, 1).requests().arrived();
    RunResult fixed =
        Twin.run(PLANT, SEARCH, Workload.of(trace, 7), Scenes.fixed(6), Scenes.shipped(), 9);
    assertThat(fixed.requests().arrived()).isEqualTo(byHpa);
  }

  @Test
  void hpaFollowsASpikeAndComesBack() {
    RunResult result = run(Scenes.steps(15, 60, 110, 300, 15, 700), 1, 1);
    double[] ready = result.series().column("ready");
    assertThat(ready[20]).isEqualTo(1);
    assertThat(ready[170]).isGreaterThanOrEqualTo(3);
    assertThat(ready[ready.length - 1]).isLessThan(3);
    assertThat(result.requests().failed()).isZero();
    assertThat(result.slo().violated()).isPositive();
    assertThat(result.changes().actions()).isGreaterThan(2);
  }

  @Test
  void countsWhatReplicasCost() {
    RunResult result =
        Twin.run(
            PLANT,
            SEARCH,
            Workload.of(Scenes.constant(30, 600), 1),
            Scenes.fixed(1),
            Scenes.shipped(),
            1);
    assertThat(result.cost().readyReplicaSeconds()).isEqualTo(600);
    assertThat(result.cost().paidReplicaSeconds()).isEqualTo(600);
    assertThat(result.cost().peakReplicas()).isEqualTo(1);
    assertThat(result.changes().actions()).isZero();
    assertThat(result.sloMet()).isTrue();
    assertThat(result.slo().windows()).isEqualTo(300);
  }

  @Test
  void paysForReplicasThatStart() {
    RunResult result =
        Twin.run(
            PLANT,
            SEARCH,
            Workload.of(Scenes.constant(10, 60), 1),
            Scenes.fixed(3),
            Scenes.shipped(),
            1);
    double starting = result.cost().paidReplicaSeconds() - result.cost().readyReplicaSeconds();
    assertThat(starting).isBetween(10.0, 22.0);
  }

  @Test
  void refusesWhatItCannotServeInTime() {
    ServiceSpec lone = Scenes.search(1);
    RunResult result =
        Twin.run(
            PLANT,
            lone,
            Workload.of(Scenes.constant(200, 120), 1),
            Scenes.fixed(1),
            Scenes.shipped(),
            1);
    assertThat(result.requests().failedShare()).isGreaterThan(0.3);
    assertThat(result.latency().p99Ms()).isBetween(29_500.0, 30_500.0);
    assertThat(result.sloMet()).isFalse();
    assertThat(result.slo().violationShare()).isGreaterThan(0.9);
  }

  private static RunResult run(Trace trace, long workloadSeed, long seed) {
    return Twin.run(
        PLANT, SEARCH, Workload.of(trace, workloadSeed), Scenes.hpa(), Scenes.shipped(), seed);
  }
}
