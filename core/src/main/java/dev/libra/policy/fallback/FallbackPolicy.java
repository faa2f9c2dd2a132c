package dev.libra.policy.fallback;

import dev.libra.observation.EncodedObservation;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import dev.libra.policy.sizing.Durations;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lets one policy decide, and a rule where that one fails, its input is stale or it doubts itself.
 *
 * <p>Both see every observation, so that the rule's windows are full when it takes over. The term
 * {@code fallback} is 1 where the rule decided.
 */
public final class FallbackPolicy implements Policy {
  private static final String TERM = "fallback";

  private final Policy primary;
  private final Policy rule;
  private final Duration staleAfter;

  /**
   * @param staleAfter age of a sample above which the rule decides
   */
  public FallbackPolicy(Policy primary, Policy rule, Duration staleAfter) {
    this.primary = primary;
    this.rule = rule;
    this.staleAfter = Durations.positive("staleAfter", staleAfter);
  }

  /** Whether a rule made this proposal in place of the policy that was asked. */
  public static boolean stoodIn(Proposal proposal) {
    return proposal.terms().getOrDefault(TERM, 0.0) == 1;
  }

  @Override
  public PolicyId id() {
    return primary.id();
  }

  @Override
  public Proposal propose(Observation observation) {
    Proposal safe = rule.propose(observation);
    Optional<String> objection = stale(observation).or(() -> doubt(observation));
    // Asked in any case, so that its stacked frames go on.
    Attempt attempt = attempt(observation);
    String why = objection.orElse(attempt.failure());
    return why == null
        ? marked(attempt.proposal(), attempt.proposal().reason(), 0)
        : byRule(safe, why);
  }

  /** None of a policy that fails at it: its proposal says why. */
  @Override
  public Optional<EncodedObservation> encoded(Observation observation) {
    try {
      return primary.encoded(observation);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private Proposal byRule(Proposal safe, String why) {
    return marked(safe, rule.id().name() + " stands in (" + why + "): " + safe.reason(), 1);
  }

  private Optional<String> stale(Observation observation) {
    return observation.age().compareTo(staleAfter) > 0
        ? Optional.of("the sample is " + observation.age().toSeconds() + " s old")
        : Optional.empty();
  }

  private Optional<String> doubt(Observation observation) {
    try {
      return primary instanceof SelfDoubting doubting
          ? doubting.doubt(observation)
          : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(primary.id().name() + " failed: " + e.getMessage());
    }
  }

  private Attempt attempt(Observation observation) {
    try {
      return new Attempt(primary.propose(observation), null);
    } catch (RuntimeException e) {
      return new Attempt(null, primary.id().name() + " failed: " + e.getMessage());
    }
  }

  private static Proposal marked(Proposal proposal, String reason, double fallback) {
    Map<String, Double> terms = new TreeMap<>(proposal.terms());
    terms.put(TERM, fallback);
    return new Proposal(proposal.desired(), reason, terms);
  }

  private record Attempt(Proposal proposal, String failure) {}
}
