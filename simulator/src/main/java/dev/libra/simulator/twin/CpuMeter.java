package dev.libra.simulator.twin;

/** Reads a replica's CPU as its exporter does: used since the last reading, over the limit. */
final class CpuMeter {
  private static final double NEGLIGIBLE = 12;
  private final CpuModel model;

  CpuMeter(CpuModel model) {
    this.model = model;
  }

  /**
   * @param noise factor on the reading
   */
  double read(TwinReplica replica, long now, double noise) {
    double elapsed = Math.max(1, now - replica.measuredAt);
    if (replica.served == 0 && now == replica.readyAt) {
      return (model.idle() + model.burst()) * noise;
    }
    double burst = burst(now - replica.readyAt) - burst(replica.measuredAt - replica.readyAt);
    return (model.idle() + (replica.work + burst) / elapsed) * noise;
  }

  /** The burst's CPU in limit · µs up to so long after the replica became ready. */
  private double burst(double micros) {
    double e = micros / (model.burstS() * 1e6);
    double whole = model.burst() * model.burstS() * 1e6;
    return e > NEGLIGIBLE ? whole : whole * (1 - StrictMath.exp(-Math.max(0, e)));
  }
}
