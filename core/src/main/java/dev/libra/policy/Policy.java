package dev.libra.policy;

import dev.libra.observation.Observation;

/**
 * Decides how many replicas one service should have; it may remember, so each service has its own.
 */
public interface Policy {

  PolicyId id();

  /** Called once per tick, in order of time, whether or not the wish is carried out. */
  Proposal propose(Observation observation);
}
