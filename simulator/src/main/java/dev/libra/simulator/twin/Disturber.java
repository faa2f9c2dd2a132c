package dev.libra.simulator.twin;

/** Lets go wrong what is to go wrong. */
final class Disturber {
  private final Disturbances disturbances;
  private final Plant plant;

  Disturber(Disturbances disturbances, Plant plant) {
    this.disturbances = disturbances;
    this.plant = plant;
  }

  /** Called once per poll. */
  void disturb(long now) {
    if (disturbances.events().isEmpty()) {
      return;
    }
    double seconds = now / 1e6;
    plant.gateway.slowDown(disturbances.slowness(seconds));
    plant.fleet.heartbeats().blind(disturbances.blind(seconds));
    plant.fleet.kill(disturbances.kills(seconds - Timetable.POLL_S, seconds));
  }

  /** Whether reports don't reach control. */
  boolean blind(long now) {
    return disturbances.blind(now / 1e6);
  }
}
