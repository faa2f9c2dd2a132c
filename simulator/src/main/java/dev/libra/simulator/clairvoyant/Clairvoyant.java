package dev.libra.simulator.clairvoyant;

import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.clairvoyant.Schedules.Cheapest;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.TwinParameters;
import java.util.Optional;

/** Finds the {@link ClairvoyantBound}. */
public final class Clairvoyant {
  private static final double ALLOWED = 0.05;
  private static final double CHEAP = 1e-5;
  private static final double DEAR = 1e4;
  private static final int TRIES = 14;

  private Clairvoyant() {}

  /** The bound for a trace; empty where even the largest fleet can't keep the SLO. */
  public static Optional<ClairvoyantBound> bound(
      ServiceSpec service, TwinParameters parameters, Trace trace) {
    FluidLoad load = new FluidLoad(service, parameters, trace);
    Schedules schedules = new Schedules(service, parameters, load);
    double allowed = ALLOWED * load.total();
    Cheapest strict = schedules.cheapest(DEAR);
    if (strict.slow() > allowed * (1 + 1e-9) + 1e-9) {
      return Optional.empty();
    }
    double low = Math.log(CHEAP);
    double high = Math.log(DEAR);
    ClairvoyantBound best = new ClairvoyantBound(0, strict.replicas());
    for (int i = 0; i < TRIES; i++) {
      double price = Math.exp((low + high) / 2);
      Cheapest cheapest = schedules.cheapest(price);
      double bound = cheapest.cost() - price * allowed;
      best = bound > best.paidReplicaSeconds() ? bound(bound, cheapest) : best;
      if (cheapest.slow() > allowed) {
        low = Math.log(price);
      } else {
        high = Math.log(price);
      }
    }
    return Optional.of(best);
  }

  private static ClairvoyantBound bound(double value, Cheapest cheapest) {
    return new ClairvoyantBound(value, cheapest.replicas());
  }
}
