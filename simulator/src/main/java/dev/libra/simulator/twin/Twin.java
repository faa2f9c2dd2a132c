package dev.libra.simulator.twin;

import dev.libra.decision.Guardrails;
import dev.libra.fleet.ServiceSpec;
import dev.libra.policy.Policy;
import java.util.function.Function;

/**
 * Simulates one service under a policy, request by request. The same arguments give the same bits.
 */
public final class Twin {

  private Twin() {}

  /**
   * Plays the whole workload.
   *
   * @param parameters the plant
   * @param policy makes a policy that has seen nothing yet
   * @param guardrails what the policy's wishes go through
   * @param seed of what isn't the workload's: starts, balancing, noise, phases
   */
  public static RunResult run(
      TwinParameters parameters,
      ServiceSpec service,
      Workload workload,
      Function<ServiceSpec, Policy> policy,
      Guardrails guardrails,
      long seed) {
    TwinRun run =
        new TwinRun(parameters, service, workload, policy, guardrails, seed, decision -> {});
    while (run.advance()) {
      run.decide();
    }
    return run.result();
  }
}
