package dev.libra.simulator.clairvoyant;

import java.util.Arrays;

/**
 * A lower bound on the paid replica-seconds of any policy that meets the SLO over a whole run, even
 * one that knows all future demand, each start-up delay and each request's service time.
 *
 * <p>It bounds the expectation, over arrivals and service times, of the cost of schedules that
 * change the number of ready replicas at the ends of the twin's 2 s windows only. Such a schedule
 * is relaxed in the policy's favour:
 *
 * <ul>
 *   <li>load is a fluid: a request needs its place for its service time, and never waits by chance;
 *   <li>the 5 % of all requests that may take longer than the SLO cost nothing at all, and are
 *       those it is best to give up: the longest of each window, in the windows that are dearest;
 *   <li>work may go over into the next window for as long as the SLO allows, with free rounding;
 *   <li>fresh replicas are warm, draining takes no longer than the process's end, and any number
 *       may start at once.
 * </ul>
 *
 * <p>Starts are paid for with the mean start-up delay, ends with the time to stop. The least cost
 * under the limit on slow requests is bounded from below by Lagrangian duality: for every price of
 * a slow request, dynamic programming over the windows finds the cheapest schedule exactly, and its
 * value less the price of what is allowed is a bound (Everett 1963, Operations Research 11(3)).
 *
 * @param paidReplicaSeconds the bound
 * @param replicas ready ones per window in the relaxed optimum
 */
public record ClairvoyantBound(double paidReplicaSeconds, int[] replicas) {

  public ClairvoyantBound {
    replicas = replicas.clone();
  }

  @Override
  public int[] replicas() {
    return replicas.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClairvoyantBound bound
        && bound.paidReplicaSeconds == paidReplicaSeconds
        && Arrays.equals(bound.replicas, replicas);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(paidReplicaSeconds) + Arrays.hashCode(replicas);
  }

  @Override
  public String toString() {
    return paidReplicaSeconds + " replica-seconds";
  }
}
