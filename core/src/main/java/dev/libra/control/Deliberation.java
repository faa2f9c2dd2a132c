package dev.libra.control;

import dev.libra.decision.Opinion;
import dev.libra.observation.EncodedObservation;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import java.util.List;

/**
 * Who wished for what in one tick.
 *
 * @param acting whose proposal counts
 * @param opinions of the others that were asked
 * @param encoded the numbers that the active policy goes by, or null if it needs none
 */
record Deliberation(
    PolicyId acting, Proposal proposal, List<Opinion> opinions, EncodedObservation encoded) {}
