package dev.libra.simulator.twin;

import dev.libra.metrics.MetricSource;
import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Samples as metrics-ejb merges them: the gateway's reports and the last heartbeats, per tick. */
final class SimulatedMetrics implements MetricSource {
  private final String service;
  private final SimulatedFleet fleet;
  private final Meter meter;
  private final TwinClock clock;
  private final LatencyHistogram latency = new LatencyHistogram();
  private long errors;
  private long begun;
  private double seconds;
  private boolean reported;
  private Sample latest;

  SimulatedMetrics(String service, SimulatedFleet fleet, Meter meter, TwinClock clock) {
    this.service = service;
    this.fleet = fleet;
    this.meter = meter;
    this.clock = clock;
  }

  @Override
  public Optional<Sample> latest(String name) {
    return Optional.ofNullable(latest);
  }

  /** The gateway reports what it measured since its last report. */
  void report(long now) {
    latency.add(meter.unsent());
    errors += meter.unsentErrors();
    meter.sent();
    seconds += (now - begun) / 1e6;
    begun = now;
    reported = true;
  }

  /** Ends the tick; without a report there is no new sample. */
  void tick() {
    if (!reported) {
      return;
    }
    reported = false;
    List<ReplicaSample> replicas = new ArrayList<>();
    double cpu = 0;
    int ready = 0;
    long memory = 0;
    int inFlight = 0;
    for (TwinReplica replica : fleet.replicas()) {
      ReplicaSample sample = replica.sample();
      replicas.add(sample);
      memory += sample.memoryBytes();
      inFlight += sample.inFlight();
      if (sample.ready()) {
        cpu += sample.cpu();
        ready++;
      }
    }
    latest = sample(ready == 0 ? 0 : cpu / ready, memory, inFlight, replicas);
    latency.reset();
    errors = 0;
    seconds = 0;
  }

  private Sample sample(double cpu, long memory, int inFlight, List<ReplicaSample> replicas) {
    long requests = latency.total();
    return new Sample(
        service,
        clock.instant(),
        requests == 0 ? 0 : requests / seconds,
        latency.meanMs(),
        latency.percentileMs(95),
        latency.percentileMs(99),
        requests == 0 ? 0 : (double) errors / requests,
        cpu,
        memory,
        inFlight,
        replicas);
  }
}
