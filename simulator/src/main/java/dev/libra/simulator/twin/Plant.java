package dev.libra.simulator.twin;

import dev.libra.fleet.ServiceSpec;

/** Arrivals, gateway and replicas: everything that goes on between two ticks. */
final class Plant {
  final TwinClock clock = new TwinClock();
  final EventHeap events = new EventHeap();
  final Meter meter = new Meter();
  final SimulatedGateway gateway;
  final SimulatedFleet fleet;
  private final Draws draws;
  private final ArrivalProcess arrivals;
  private final int warmRequests;
  private long nextArrival;

  /**
   * @param holds time in µs that requests hold their place on a warm replica
   */
  Plant(
      ServiceSpec service,
      TwinParameters parameters,
      QuantileTable holds,
      Workload workload,
      long seed) {
    this.draws = new Draws(holds, parameters, workload.seed(), seed);
    CpuModel cpu = parameters.cpu();
    double meanMicros = parameters.service().meanMs(service.serviceTimeMs()) * 1000;
    WarmUp warmUp =
        new WarmUp(
            parameters.service(),
            cpu.coldFactor(),
            cpu.full() * meanMicros / service.concurrency());
    this.gateway =
        new SimulatedGateway(
            parameters, service.concurrency(), warmUp, events, meter, draws.balance());
    this.fleet =
        new SimulatedFleet(
            service.name(), parameters, new CpuMeter(cpu), events, draws, clock, gateway);
    this.arrivals = new ArrivalProcess(workload.trace(), draws.arrivals());
    this.nextArrival = arrivals.next();
    this.warmRequests = warmUp.requests();
  }

  Draws draws() {
    return draws;
  }

  /** Starts with so many replicas that have been serving for long. */
  void adopt(int replicas) {
    for (int i = 0; i < replicas; i++) {
      fleet.adopt(warmRequests);
    }
  }

  /** Lets everything happen that is due until then, included. */
  void runUntil(long end) {
    while (true) {
      long event = events.nextTime();
      if (nextArrival <= event) {
        if (nextArrival > end) {
          break;
        }
        gateway.arrive(nextArrival, draws.hold());
        nextArrival = arrivals.next();
      } else {
        if (event > end) {
          break;
        }
        int id = events.pop();
        if ((id & 1) == 0) {
          gateway.complete(id >>> 1, event);
        } else {
          fleet.event(id >>> 1, event);
        }
      }
    }
    clock.set(end);
    gateway.expire(end);
  }
}
