package dev.libra.observation;

/** How much is spent of the late requests that a service's SLO forgives. */
@FunctionalInterface
public interface Budget {

  /**
   * Asked once per observation, in order of time; asking about the same one again changes nothing.
   *
   * @return from 0 for none to 1 for all of them or more
   */
  double spent(Observation observation);
}
