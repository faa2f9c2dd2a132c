package dev.libra.simulator.comparison;

import dev.libra.environment.SeededRandom;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;

/** One fewer, the same or one more, at random: what guard rails alone are worth. */
final class RandomPolicy implements Policy {
  private static final PolicyId ID = new PolicyId("random", "1", "0");
  private final SeededRandom random;

  RandomPolicy(long seed) {
    this.random = new SeededRandom(seed);
  }

  @Override
  public PolicyId id() {
    return ID;
  }

  @Override
  public Proposal propose(Observation observation) {
    int change = random.nextInt(3) - 1;
    int wished = observation.service().clamp(observation.desired() + change);
    return Proposal.hold(wished, "drawn");
  }
}
