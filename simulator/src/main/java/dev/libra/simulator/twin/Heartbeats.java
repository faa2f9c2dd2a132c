package dev.libra.simulator.twin;

/** What replicas tell control of themselves. */
final class Heartbeats {
  private final CpuMeter cpu;
  private final Draws draws;
  private final TwinClock clock;
  private boolean blind;

  Heartbeats(CpuModel model, Draws draws, TwinClock clock) {
    this.cpu = new CpuMeter(model);
    this.draws = draws;
    this.clock = clock;
  }

  /** Whether they don't reach control from now on. */
  void blind(boolean value) {
    blind = value;
  }

  void beat(TwinReplica replica, long now) {
    double reading = cpu.read(replica, now, draws.noise());
    replica.work = 0;
    replica.measuredAt = now;
    if (!blind) {
      replica.cpu = reading;
      replica.inFlight = replica.outstanding;
      replica.heardAt = clock.instant();
      replica.beatAt = now;
    }
  }
}
