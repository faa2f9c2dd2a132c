package dev.libra.simulator.twin;

import dev.libra.fleet.Check;

/**
 * How replicas come and go.
 *
 * @param startMedianS median time from launch to ready
 * @param startSigma standard deviation of that time's logarithm
 * @param stopS time from the end of a drain to the end of the process
 * @param parallelStarts replicas that may start at once
 * @param drainTimeoutS a draining replica is stopped then, whatever is in flight
 */
public record FleetModel(
    double startMedianS,
    double startSigma,
    double stopS,
    int parallelStarts,
    double drainTimeoutS) {

  public FleetModel {
    Check.between("fleet.startMedianS", startMedianS, 0.1, 600);
    Check.between("fleet.startSigma", startSigma, 0, 2);
    Check.between("fleet.stopS", stopS, 0, 600);
    Check.between("fleet.parallelStarts", parallelStarts, 1, 1000);
    Check.between("fleet.drainTimeoutS", drainTimeoutS, 1, 3600);
  }

  public static FleetModel standard() {
    return new FleetModel(7.5, 0.15, 1.5, 2, 30);
  }

  public FleetModel withStartMedianS(double value) {
    return new FleetModel(value, startSigma, stopS, parallelStarts, drainTimeoutS);
  }
}
