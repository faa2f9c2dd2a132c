package dev.libra.control;

import dev.libra.TestData;
import dev.libra.actuation.Actuator;
import dev.libra.fleet.LiveFleet;
import dev.libra.fleet.Replica;
import dev.libra.fleet.ReplicaHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts and ends replicas at once, in memory. */
final class InstantActuator implements Actuator {
  private final Clock clock;
  private final Map<String, Integer> desired = new HashMap<>();
  private String broken = "";

  InstantActuator(Clock clock) {
    this.clock = clock;
  }

  void breakFor(String service) {
    broken = service;
  }

  @Override
  public int desired(String service) {
    return desired.getOrDefault(service, 1);
  }

  @Override
  public void scale(String service, int count) {
    if (service.equals(broken)) {
      throw new IllegalStateException("on purpose");
    }
    desired.put(service, count);
  }

  @Override
  public List<Replica> replicas(String service) {
    LiveFleet fleet = new LiveFleet(clock, Duration.ZERO, Duration.ZERO);
    for (int i = 1; i <= desired(service); i++) {
      fleet.heartbeat(TestData.heartbeat(service + "-" + i, ReplicaHealth.READY, clock.instant()));
    }
    return fleet.replicas(service);
  }
}
