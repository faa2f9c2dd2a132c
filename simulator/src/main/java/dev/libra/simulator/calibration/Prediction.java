package dev.libra.simulator.calibration;

import dev.libra.decision.Decision;
import dev.libra.decision.Guardrails;
import dev.libra.fleet.ServiceSpec;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.RunResult;
import dev.libra.simulator.twin.TwinParameters;
import dev.libra.simulator.twin.TwinRun;
import dev.libra.simulator.twin.Workload;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the twin says of a trace on a fixed number of replicas.
 *
 * @param p95Ms of the whole run
 * @param cpu mean over the samples
 * @param p95PerWindow of each window of 2 s, in ms
 */
public record Prediction(double p95Ms, double cpu, double[] p95PerWindow) {
  private static final double LEAD_IN_S = 10;

  /** Plays the trace on so many replicas. */
  public static Prediction of(
      TwinParameters parameters, ServiceSpec service, int replicas, Trace trace, long seed) {
    ServiceSpec fixed =
        new ServiceSpec(
            service.name(),
            replicas,
            replicas,
            service.sloMs(),
            service.concurrency(),
            service.serviceTimeMs(),
            service.cpuLimit(),
            service.costPerHour());
    Cpu cpu = new Cpu();
    TwinRun run =
        new TwinRun(
            parameters,
            fixed,
            Workload.of(trace, seed),
            any -> new Fixed(replicas),
            new Guardrails(List.of()),
            seed,
            cpu);
    while (run.advance()) {
      run.decide();
    }
    RunResult result = run.result();
    return new Prediction(result.latency().p95Ms(), cpu.mean(), result.series().column("p95Ms"));
  }

  /** Averages the CPU of the samples that decisions were made on. */
  private static final class Cpu implements Consumer<Decision> {
    private double sum;
    private int count;
    private Decision first;

    @Override
    public void accept(Decision decision) {
      first = first == null ? decision : first;
      double seconds = decision.at().toEpochMilli() / 1000.0 - first.at().toEpochMilli() / 1000.0;
      if (seconds > LEAD_IN_S && decision.sample() != null) {
        sum += decision.sample().cpu();
        count++;
      }
    }

    double mean() {
      return count == 0 ? 0 : sum / count;
    }
  }

  private record Fixed(int replicas) implements Policy {
    @Override
    public PolicyId id() {
      return new PolicyId("fixed", "1", Integer.toString(replicas));
    }

    @Override
    public Proposal propose(Observation observation) {
      return Proposal.hold(replicas, "fixed");
    }
  }
}
