package dev.libra.policy.fallback;

import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;

/**
 * Asks a policy once about each observation, however often it is asked itself: for a rule that
 * stands behind several policies and must see no moment twice. Not thread-safe.
 */
public final class SharedPolicy implements Policy {
  private final Policy policy;
  private Observation seen;
  private Proposal answer;

  public SharedPolicy(Policy policy) {
    this.policy = policy;
  }

  @Override
  public PolicyId id() {
    return policy.id();
  }

  @Override
  public Proposal propose(Observation observation) {
    // The same object, not an equal one: two ticks may look alike.
    if (observation != seen) {
      answer = policy.propose(observation);
      seen = observation;
    }
    return answer;
  }
}
