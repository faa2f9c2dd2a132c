package dev.libra.simulator.clairvoyant;

import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.twin.FleetModel;
import dev.libra.simulator.twin.TwinParameters;
import java.util.Arrays;

/** Dynamic programming over windows: the cheapest schedule for a price of slow requests. */
final class Schedules {
  /** Levels of the work that goes over into the next window. */
  private static final int CARRIES = 3;

  private final FluidLoad load;
  private final int min;
  private final int counts;
  private final int states;
  private final double placesS;
  private final double carryS;
  private final double startS;
  private final double stopS;

  /** The cheapest schedule at a price. */
  record Cheapest(double cost, double slow, int[] replicas) {}

  Schedules(ServiceSpec service, TwinParameters parameters, FluidLoad load) {
    this.load = load;
    this.placesS = service.concurrency() * FluidLoad.WINDOW_S;
    double slackMs = service.sloMs() - parameters.service().gatewayMs();
    this.carryS = service.concurrency() * Math.max(0, Math.min(2000, slackMs)) / 1000;
    FleetModel fleet = parameters.fleet();
    this.startS = fleet.startMedianS() * Math.exp(fleet.startSigma() * fleet.startSigma() / 2);
    this.stopS = fleet.stopS();
    this.min = service.minReplicas();
    this.counts = useful(service) - min + 1;
    this.states = counts * CARRIES;
  }

  /** No schedule gains by more replicas than the busiest window can use. */
  private int useful(ServiceSpec service) {
    double most = 0;
    for (int window = 0; window < load.windows(); window++) {
      most = Math.max(most, load.work(window));
    }
    return service.clamp((int) Math.ceil(most * 2 / placesS));
  }

  /**
   * @param price of a slow request in replica-seconds
   */
  Cheapest cheapest(double price) {
    int windows = load.windows();
    short[][] parents = new short[windows][];
    double[] costs = new double[states];
    double[] slow = new double[states];
    for (int s = 0; s < states; s++) {
      costs[s] = s % CARRIES == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    for (int window = 0; window < windows; window++) {
      double[] nextCosts = new double[states];
      double[] nextSlow = new double[states];
      parents[window] = step(window, price, costs, slow, nextCosts, nextSlow);
      costs = nextCosts;
      slow = nextSlow;
    }
    int best = 0;
    for (int s = 1; s < states; s++) {
      best = costs[s] < costs[best] ? s : best;
    }
    return new Cheapest(costs[best], slow[best], replicas(parents, best));
  }

  private short[] step(
      int window, double price, double[] costs, double[] slow, double[] nextCosts, double[] next) {
    short[] parents = new short[states];
    Arrays.fill(nextCosts, Double.POSITIVE_INFINITY);
    for (int from = 0; from < states; from++) {
      if (costs[from] == Double.POSITIVE_INFINITY) {
        continue;
      }
      int ready = min + from / CARRIES;
      double base = costs[from] + ready * FluidLoad.WINDOW_S;
      double own = placesS * ready - carryS * ready * Math.max(0, from % CARRIES - 1) / levels();
      for (int to = 0; to < states; to++) {
        int after = min + to / CARRIES;
        double change = after > ready ? (after - ready) * startS : (ready - after) * stopS;
        if (base + change >= nextCosts[to]) {
          continue;
        }
        double slower = load.slow(window, own + carryS * after * (to % CARRIES) / levels());
        double cost = base + change + price * slower;
        if (cost < nextCosts[to]) {
          nextCosts[to] = cost;
          next[to] = slow[from] + slower;
          parents[to] = (short) from;
        }
      }
    }
    return parents;
  }

  private static double levels() {
    return CARRIES - 1.0;
  }

  private int[] replicas(short[][] parents, int last) {
    int[] replicas = new int[parents.length];
    int state = last;
    for (int window = parents.length - 1; window >= 0; window--) {
      state = parents[window][state];
      replicas[window] = min + state / CARRIES;
    }
    return replicas;
  }
}
