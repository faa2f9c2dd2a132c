package dev.libra.decision;

import dev.libra.fleet.Check;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;

/**
 * What a policy wished for that was asked but doesn't act.
 *
 * @param role as what it was asked: {@link #SHADOW} or {@link #CANDIDATE}
 */
public record Opinion(String role, PolicyId policy, Proposal proposal) {
  /** The service's own policy while its fallback rule acts in its place. */
  public static final String SHADOW = "shadow";

  /** A new artifact beside the policy that acts. */
  public static final String CANDIDATE = "candidate";

  public Opinion {
    Check.name("role", role);
    Check.present("policy", policy);
    Check.present("proposal", proposal);
  }
}
