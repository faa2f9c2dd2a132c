package dev.libra.control;

import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.fallback.FallbackPolicy;
import dev.libra.policy.fallback.SharedPolicy;
import dev.libra.policy.fallback.UnavailablePolicy;
import java.time.Duration;

/**
 * Which policies look at one service. Those that may fail can be exchanged from another thread
 * while the loop runs; an exchange takes effect at the next tick.
 */
public final class ServicePolicies {
  private final Policy rule;
  private final Duration staleAfter;
  private final RecentObservations recent = new RecentObservations();
  private volatile Policy active;
  private volatile Policy candidate;

  /** A policy that needs no fallback; it acts in mode shadow as well. */
  public ServicePolicies(Policy policy) {
    this(policy, policy, Duration.ofSeconds(10));
  }

  /**
   * @param active decides, until {@link #activate} is called
   * @param rule acts in mode shadow, and stands in for policies that come later
   * @param staleAfter age of a sample above which the rule stands in
   */
  public ServicePolicies(Policy active, Policy rule, Duration staleAfter) {
    this.rule = new SharedPolicy(rule);
    this.active = active == rule ? this.rule : active;
    this.staleAfter = staleAfter;
  }

  /**
   * Lets a policy that may fail decide, with the rule behind it. It is shown the last five minutes
   * first.
   *
   * @throws RuntimeException what it throws at these; nothing changes then
   */
  public void activate(Policy policy) {
    active = prepared(policy);
  }

  /** The same for a candidate, whose wishes are only logged. */
  public void listenTo(Policy policy) {
    candidate = prepared(policy);
  }

  /** The policy that decides in mode active. */
  public PolicyId active() {
    return active.id();
  }

  void observed(Observation observation) {
    recent.add(observation);
  }

  Panel panel() {
    return new Panel(active, rule, candidate);
  }

  private Policy prepared(Policy policy) {
    if (!(policy instanceof UnavailablePolicy)) {
      recent.all().forEach(policy::propose);
    }
    return new FallbackPolicy(policy, rule, staleAfter);
  }
}
