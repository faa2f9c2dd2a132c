package dev.libra.control;

import dev.libra.decision.Opinion;
import dev.libra.observation.EncodedObservation;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.Proposal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * The policies that look at a service in one tick. All of them are asked in every mode, so that
 * their memories go on whoever acts.
 *
 * @param rule acts in mode shadow
 * @param candidate or null
 */
record Panel(Policy active, Policy rule, Policy candidate) {
  private static final Logger LOG = System.getLogger(Panel.class.getName());

  Policy acting(Mode mode) {
    return mode.kind() == Mode.Kind.SHADOW ? rule : active;
  }

  Deliberation decide(Mode mode, Observation observation) {
    Proposal byActive = ask(active, observation);
    Proposal byRule = ask(rule, observation);
    List<Opinion> opinions = new ArrayList<>();
    boolean shadow = mode.kind() == Mode.Kind.SHADOW;
    if (shadow) {
      opinions.add(new Opinion(Opinion.SHADOW, active.id(), byActive));
    }
    if (candidate != null) {
      opinions.add(new Opinion(Opinion.CANDIDATE, candidate.id(), ask(candidate, observation)));
    }
    EncodedObservation encoded = active.encoded(observation).orElse(null);
    if (mode.kind() == Mode.Kind.MANUAL) {
      return new Deliberation(active.id(), byOperator(mode), List.of(), encoded);
    }
    return new Deliberation(acting(mode).id(), shadow ? byRule : byActive, opinions, encoded);
  }

  static Proposal byOperator(Mode mode) {
    return Proposal.hold(mode.replicas(), "the operator wants " + mode.replicas());
  }

  private static Proposal ask(Policy policy, Observation observation) {
    try {
      return policy.propose(observation);
    } catch (RuntimeException e) {
      String service = observation.service().name();
      LOG.log(Level.WARNING, "Policy " + policy.id().name() + " failed on " + service, e);
      return Proposal.hold(observation.desired(), "the policy failed: " + e.getMessage());
    }
  }
}
