package dev.libra.policy.fallback;

import dev.libra.observation.Observation;
import java.util.Optional;

/** A policy that knows where it is out of its depth. */
public interface SelfDoubting {

  /**
   * Why this observation shouldn't be decided on, such as a feature far outside the training range;
   * empty if it may. Asked before {@code propose}, with the same observation.
   */
  Optional<String> doubt(Observation observation);
}
