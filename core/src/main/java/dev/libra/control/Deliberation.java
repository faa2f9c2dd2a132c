package dev.libra.control;

import dev.libra.decision.Opinion;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import java.util.List;

/**
 * Who wished for what in one tick.
 *
 * @param acting whose proposal counts
 * @param opinions of the others that were asked
 */
record Deliberation(PolicyId acting, Proposal proposal, List<Opinion> opinions) {}
