package dev.libra.control;

import dev.libra.observation.EncodedObservation;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Wishes for what it is told, and remembers what it was asked. */
final class ScriptedPolicy implements Policy {
  final List<Observation> asked = new ArrayList<>();
  private final String name;
  private ToIntFunction<Observation> brain;

  ScriptedPolicy(String name, int wish) {
    this.name = name;
    wishes(wish);
  }

  void wishes(int wish) {
    brain = o -> wish;
  }

  void fails(RuntimeException failure) {
    brain =
        o -> {
          throw failure;
        };
  }

  @Override
  public PolicyId id() {
    return new PolicyId(name, "1", "cafe");
  }

  /** It goes by its wish alone. */
  @Override
  public Optional<EncodedObservation> encoded(Observation observation) {
    return Optional.of(
        new EncodedObservation(name + "-1", List.of((double) brain.applyAsInt(observation))));
  }

  @Override
  public Proposal propose(Observation observation) {
    asked.add(observation);
    return new Proposal(brain.applyAsInt(observation), "by " + name, Map.of("p(up)", 0.5));
  }
}
