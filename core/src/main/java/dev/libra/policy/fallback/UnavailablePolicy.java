package dev.libra.policy.fallback;

import dev.libra.fleet.Check;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import java.util.Optional;

/** Holds the place of a policy that isn't there, and says why. */
public final class UnavailablePolicy implements Policy, SelfDoubting {
  private final PolicyId id;
  private final String why;

  /**
   * @param name of the policy that is missing
   * @param why a clause, such as "the artifact is being read"
   */
  public UnavailablePolicy(String name, String why) {
    this.id = new PolicyId(name, "none", "none");
    this.why = Check.text("why", why);
  }

  @Override
  public PolicyId id() {
    return id;
  }

  @Override
  public Optional<String> doubt(Observation observation) {
    return Optional.of(why);
  }

  @Override
  public Proposal propose(Observation observation) {
    throw new IllegalStateException(why);
  }
}
