package dev.libra.observation;

/** How many late requests a service has had of those that its SLO forgives. */
@FunctionalInterface
public interface Budget {

  /**
   * Asked once per observation, in order of time; asking about the same one again changes nothing.
   *
   * @return from 0 for none to 1 for all of them or more
   */
  double spent(Observation observation);
}
