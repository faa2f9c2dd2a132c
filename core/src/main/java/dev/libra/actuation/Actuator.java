package dev.libra.actuation;

import dev.libra.fleet.Replica;
import java.util.List;

/**
 * Starts and stops replicas.
 *
 * <p>It is level-triggered: it is told how many replicas are wanted and works towards that on its
 * own, replacing those that die. No call waits for a replica to start or to end.
 */
public interface Actuator {

  /** How many replicas of the service are wanted now. */
  int desired(String service);

  /**
   * Wants this many replicas from now on.
   *
   * @throws IllegalArgumentException for a service it doesn't know or a count outside its bounds
   */
  void scale(String service, int desired);

  /** The service's replicas that run, start or drain. */
  List<Replica> replicas(String service);
}
