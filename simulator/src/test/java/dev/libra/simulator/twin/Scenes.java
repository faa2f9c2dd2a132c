package dev.libra.simulator.twin;

import dev.libra.decision.BoundsGuardrail;
import dev.libra.decision.CooldownGuardrail;
import dev.libra.decision.Guardrails;
import dev.libra.decision.SloBreachGuardrail;
import dev.libra.decision.StaleMetricsGuardrail;
import dev.libra.decision.StepGuardrail;
import dev.libra.fleet.ServiceSpec;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import dev.libra.policy.hpa.HpaPolicy;
import dev.libra.policy.hpa.HpaSettings;
import dev.libra.simulator.trace.Trace;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Services, traces and policies for the twin's tests. */
final class Scenes {

  private Scenes() {}

  static ServiceSpec search(int max) {
    return new ServiceSpec("search", 1, max, 300, 4, 60, 0.12, 0.05);
  }

  static Trace constant(double rate, double seconds) {
    double[] rates = new double[(int) seconds];
    Arrays.fill(rates, rate);
    return new Trace("constant", rates, 1);
  }

  static Trace steps(double... rateAndSeconds) {
    double[] rates = new double[0];
    for (int i = 0; i < rateAndSeconds.length; i += 2) {
      int from = rates.length;
      rates = Arrays.copyOf(rates, from + (int) rateAndSeconds[i + 1]);
      Arrays.fill(rates, from, rates.length, rateAndSeconds[i]);
    }
    return new Trace("steps", rates, 1);
  }

  static Guardrails shipped() {
    return new Guardrails(
        List.of(
            new StaleMetricsGuardrail(Duration.ofSeconds(10)),
            new SloBreachGuardrail(0.01),
            new CooldownGuardrail(Duration.ZERO, Duration.ofSeconds(10)),
            new StepGuardrail(4, 2),
            new BoundsGuardrail()));
  }

  static Function<ServiceSpec, Policy> hpa() {
    return service -> new HpaPolicy(HpaSettings.stock());
  }

  static Function<ServiceSpec, Policy> fixed(int replicas) {
    return wishing("fixed", observation -> replicas);
  }

  static Function<ServiceSpec, Policy> wishing(String name, ToIntFunction<Observation> wish) {
    return service ->
        new Policy() {
          @Override
          public PolicyId id() {
            return new PolicyId(name, "1", "0");
          }

          @Override
          public Proposal propose(Observation observation) {
            return Proposal.hold(wish.applyAsInt(observation), "test");
          }
        };
  }
}
