package dev.libra.policy;

import dev.libra.observation.EncodedObservation;
import dev.libra.observation.Observation;
import java.util.Optional;

/**
 * Decides how many replicas one service should have; it may remember, so each service has its own.
 */
public interface Policy {

  PolicyId id();

  /** Called once per tick, in order of time, whether or not the wish is carried out. */
  Proposal propose(Observation observation);

  /**
   * The numbers that it goes by, for the log; none if it goes by the sample as it is.
   *
   * @param observation which it was last asked about
   */
  default Optional<EncodedObservation> encoded(Observation observation) {
    return Optional.empty();
  }
}
