package dev.libra.control;

import dev.libra.fleet.Check;
import dev.libra.policy.PolicyId;

/**
 * How often a policy that doesn't act wished for as many replicas as the one that acts.
 *
 * @param role as what it is asked: {@code shadow} or {@code candidate}
 * @param policy the one that doesn't act
 * @param acting the one it is compared with
 * @param compared ticks in which both decided by themselves
 * @param agreed ticks of these in which both wished for the same
 * @param stoodIn ticks in which a fallback rule stood in for either, which aren't compared
 */
public record Agreement(
    String role, PolicyId policy, PolicyId acting, long compared, long agreed, long stoodIn) {

  public Agreement {
    Check.name("role", role);
    Check.present("policy", policy);
    Check.present("acting", acting);
    Check.notNegative("compared", compared);
    Check.between("agreed", agreed, 0, compared);
    Check.notNegative("stoodIn", stoodIn);
  }

  /** From 0 to 1; 1 before the first comparison. */
  public double share() {
    return compared == 0 ? 1 : (double) agreed / compared;
  }
}
