package dev.libra.simulator.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.decision.Decision;
import dev.libra.simulator.twin.Disturbances.Disturbance;
import dev.libra.simulator.twin.Disturbances.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisturbanceTest {

  @Test
  void aKilledReplicaIsReplacedAndItsRequestsAreTriedAgain() {
    RunResult result = run(80, new Disturbance(Kind.KILL, 60.1, 0, 1), new ArrayList<>());
    double[] ready = result.series().column("ready");
    assertThat(ready[29]).isEqualTo(2);
    assertThat(ready[31]).isEqualTo(1);
    assertThat(ready[40]).isEqualTo(2);
    assertThat(result.requests().failed()).isZero();
  }

  @Test
  void aSlowDependencyIsFelt() {
    RunResult result = run(30, new Disturbance(Kind.SLOW, 60, 30, 3), new ArrayList<>());
    double[] p95 = result.series().column("p95Ms");
    assertThat(p95[25]).isLessThan(130);
    assertThat(p95[40]).isGreaterThan(200);
    assertThat(p95[55]).isLessThan(130);
  }

  @Test
  void blindControlKnowsHowOldItsSampleIs() {
    List<Decision> decisions = new ArrayList<>();
    run(30, new Disturbance(Kind.BLIND, 60, 20, 0), decisions);
    double oldest =
        decisions.stream()
            .mapToDouble(d -> (d.at().toEpochMilli() - d.sample().at().toEpochMilli()) / 1000.0)
            .max()
            .orElseThrow();
    assertThat(oldest).isBetween(18.0, 22.0);
  }

  private static RunResult run(double rate, Disturbance disturbance, List<Decision> decisions) {
    TwinRun run =
        new TwinRun(
            TwinParameters.standard(),
            Scenes.search(6),
            new Workload(Scenes.constant(rate, 120), 1, Disturbances.of(disturbance)),
            Scenes.fixed(2),
            Scenes.shipped(),
            1,
            decisions::add);
    while (run.advance()) {
      run.decide();
    }
    return run.result();
  }
}
