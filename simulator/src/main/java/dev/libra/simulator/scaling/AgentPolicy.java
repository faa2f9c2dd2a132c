package dev.libra.simulator.scaling;

import dev.libra.observation.Observation;
import dev.libra.policy.ActionSet;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;

/** Wishes for what the agent's action says. */
final class AgentPolicy implements Policy {
  private static final PolicyId ID = new PolicyId("agent", "training", "none");
  private static final int KEEP = -1;
  private final ActionSet actions;
  private int action = KEEP;

  AgentPolicy(ActionSet actions) {
    this.actions = actions;
  }

  void take(int next) {
    action = next;
  }

  @Override
  public PolicyId id() {
    return ID;
  }

  @Override
  public Proposal propose(Observation observation) {
    int wished = action == KEEP ? observation.desired() : actions.desired(observation, action);
    return Proposal.hold(wished, "the agent's action");
  }
}
