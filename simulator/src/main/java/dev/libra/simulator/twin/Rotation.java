package dev.libra.simulator.twin;

import dev.libra.simulator.twin.TwinReplica.Phase;
import java.util.List;

/** The upstream list between control and gateway: polled by the one, acknowledged to the other. */
final class Rotation {
  private final List<TwinReplica> replicas;
  private final SimulatedGateway gateway;
  private boolean changed;

  /**
   * @param replicas those of the fleet, as they are at each call
   */
  Rotation(List<TwinReplica> replicas, SimulatedGateway gateway) {
    this.replicas = replicas;
    this.gateway = gateway;
  }

  /** The list has a new version. */
  void change() {
    changed = true;
  }

  /** The gateway fetches the list. */
  void poll(long now) {
    if (!changed) {
      return;
    }
    changed = false;
    for (TwinReplica replica : replicas) {
      if (replica.phase == Phase.READY && !replica.routed) {
        gateway.route(replica, now);
      } else if (replica.phase == Phase.DRAINING && !replica.unrouted) {
        replica.unrouted = true;
        gateway.unroute(replica);
      }
    }
  }

  /** The gateway's report tells which list it routes by. */
  void acknowledge(long now) {
    for (TwinReplica replica : replicas) {
      if (replica.unrouted && replica.acknowledgedAt < 0) {
        replica.acknowledgedAt = now;
      }
    }
  }
}
