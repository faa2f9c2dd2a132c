package dev.libra.simulator.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.decision.BoundsGuardrail;
import dev.libra.decision.Guardrails;
import dev.libra.environment.SeededRandom;
import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.trace.TraceFamily;
import dev.libra.simulator.twin.Disturbances.Disturbance;
import dev.libra.simulator.twin.Disturbances.Kind;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens, no request is made or lost by the twin itself. */
class ConservationTest {

  @Property(tries = 150)
  void whatArrivesIsAnsweredFailsOrIsStillThere(
      @ForAll TraceFamily family,
      @ForAll @DoubleRange(min = 1, max = 600) double peak,
      @ForAll @IntRange(min = 1, max = 8) int max,
      @ForAll @IntRange(min = 0, max = 50) int queueLimit,
      @ForAll long seed) {
    SeededRandom random = new SeededRandom(seed);
    Trace trace = family.generate(peak, 200, random);
    TwinParameters parameters =
        TwinParameters.standard().withGateway(new GatewayModel(queueLimit, 2000, 150, 2, 0.2));
    Disturbances disturbances =
        Disturbances.of(
            new Disturbance(Kind.KILL, random.nextDouble(0, 200), 0, 2),
            new Disturbance(Kind.SLOW, 50, 30, 3),
            new Disturbance(Kind.BLIND, 100, 30, 0));
    ServiceSpec service = Scenes.search(max);
    RunResult result =
        Twin.run(
            parameters,
            service,
            new Workload(trace, seed, disturbances),
            Scenes.wishing("random", observation -> 1 + random.nextInt(max)),
            new Guardrails(List.of(new BoundsGuardrail())),
            seed);
    RunResult.Requests requests = result.requests();
    assertThat(requests.answered() + requests.failed() + requests.unfinished())
        .isEqualTo(requests.arrived());
    bounded(result, service);
  }

  private static void bounded(RunResult result, ServiceSpec service) {
    for (double desired : result.series().column("desired")) {
      assertThat(desired).isBetween(1.0, (double) service.maxReplicas());
    }
    for (double ready : result.series().column("ready")) {
      assertThat(ready).isBetween(0.0, (double) service.maxReplicas());
    }
    assertThat(result.cost().paidReplicaSeconds())
        .isGreaterThanOrEqualTo(result.cost().readyReplicaSeconds());
    assertThat(result.slo().violationShare()).isBetween(0.0, 1.0);
  }

  @Property(tries = 50)
  void scalingDownLosesNothing(
      @ForAll @DoubleRange(min = 1, max = 50) double rate, @ForAll long seed) {
    RunResult result =
        Twin.run(
            TwinParameters.standard(),
            Scenes.search(6),
            Workload.of(Scenes.constant(rate, 240), seed),
            Scenes.wishing("saw", o -> o.at().getEpochSecond() / 40 % 2 == 0 ? 6 : 1),
            new Guardrails(List.of(new BoundsGuardrail())),
            seed);
    assertThat(result.changes().actions()).isGreaterThan(4);
    assertThat(result.changes().reversals()).isEqualTo(result.changes().actions() - 1);
    assertThat(result.requests().failed()).isZero();
  }
}
