package dev.libra.simulator.comparison;

import dev.libra.decision.BoundsGuardrail;
import dev.libra.decision.Guardrails;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.RunResult;
import dev.libra.simulator.twin.TimeSeries;
import dev.libra.simulator.twin.Twin;
import dev.libra.simulator.twin.TwinParameters;
import dev.libra.simulator.twin.Workload;
import java.util.List;

/** The same plant for all. */
final class Stage {
  /** Seed of what is the plant's own: the same for all policies of a replay. */
  private static final long PLANT = 7_919;

  private static final Guardrails BOUNDS = new Guardrails(List.of(new BoundsGuardrail()));
  private final Plan plan;

  Stage(Plan plan) {
    this.plan = plan;
  }

  RunResult run(Entrant entrant, Trace trace, long replay) {
    return run(entrant, plan.parameters(), Workload.of(trace, replay));
  }

  /** The same with something that nobody was tuned or trained for. */
  RunResult run(Entrant entrant, Trace trace, long replay, Shift shift) {
    return run(
        entrant,
        shift.parameters(plan.parameters()),
        new Workload(trace, replay, shift.disturbances(trace.durationS())));
  }

  private RunResult run(Entrant entrant, TwinParameters parameters, Workload workload) {
    return Twin.run(
        parameters,
        plan.service(),
        workload,
        entrant.factory(),
        entrant.guarded() ? plan.guardrails() : BOUNDS,
        PLANT + workload.seed());
  }

  /** The same without what only pictures need. */
  static RunResult withoutSeries(RunResult r) {
    return new RunResult(
        r.requests(), r.latency(), r.slo(), r.cost(), r.changes(), new TimeSeries());
  }
}
