package dev.libra.policy.fixed;

import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;

/** Always wants the same count. */
public final class FixedPolicy implements Policy {
  private final FixedSettings settings;
  private final PolicyId id;

  public FixedPolicy(FixedSettings settings) {
    this.settings = settings;
    this.id = new PolicyId("fixed", "1", Integer.toHexString(settings.toString().hashCode()));
  }

  @Override
  public PolicyId id() {
    return id;
  }

  @Override
  public Proposal propose(Observation observation) {
    int count = settings.of(observation.service());
    return Proposal.hold(count, "always " + count);
  }
}
