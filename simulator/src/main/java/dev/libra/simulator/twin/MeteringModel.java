package dev.libra.simulator.twin;

import dev.libra.fleet.Check;

/**
 * How late the control loop knows.
 *
 * @param reportS time between two reports of the gateway
 * @param heartbeatS time between two heartbeats of a replica
 * @param decisionLagS from the end of the metrics' tick to the decision on it, less than a tick
 */
public record MeteringModel(double reportS, double heartbeatS, double decisionLagS) {
  /** Time between two samples, and between two decisions. */
  public static final double TICK_S = 2;

  public MeteringModel {
    Check.between("metering.reportS", reportS, 0.1, 30);
    Check.between("metering.heartbeatS", heartbeatS, 0.1, 30);
    Check.between("metering.decisionLagS", decisionLagS, 0.001, TICK_S - 0.001);
  }

  public static MeteringModel standard() {
    return new MeteringModel(1, 2, 1);
  }
}
