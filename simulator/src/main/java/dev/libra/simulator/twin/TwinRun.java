package dev.libra.simulator.twin;

import dev.libra.control.ControlLoop;
import dev.libra.control.ControlPorts;
import dev.libra.control.ServicePolicies;
import dev.libra.decision.Decision;
import dev.libra.decision.Guardrails;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.simulator.twin.Timetable.Job;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A run in steps: from decision to decision. The control loop is the live one, with the twin behind
 * its ports.
 */
public final class TwinRun {
  private static final Duration STALE_AFTER = Duration.ofSeconds(10);

  private final ServiceSpec service;
  private final Workload workload;
  private final Demand demand;
  private final Plant plant;
  private final Disturber disturber;
  private final SimulatedActuator actuator;
  private final SimulatedMetrics metrics;
  private final ControlLoop loop;
  private final Timetable timetable;
  private final ReplicaTime time = new ReplicaTime();
  private final Scoreboard score;
  private final ChangeCounter changes = new ChangeCounter();
  private final TimeSeries series = new TimeSeries();
  private final Consumer<Decision> listener;

  /**
   * @param policy makes the service's policy
   * @param seed of what isn't the workload's: starts, balancing, noise, phases
   * @param listener hears of each decision
   */
  public TwinRun(
      TwinParameters parameters,
      ServiceSpec service,
      Workload workload,
      Function<ServiceSpec, Policy> policy,
      Guardrails guardrails,
      long seed,
      Consumer<Decision> listener) {
    this.service = service;
    this.workload = workload;
    this.listener = listener;
    this.demand = new Demand(service, parameters);
    ServiceModel model = parameters.service();
    QuantileTable holds =
        Draws.logNormal(model.median(service.serviceTimeMs()) * 1000, model.sigma());
    this.plant = new Plant(service, parameters, holds, workload, seed);
    this.disturber = new Disturber(workload.disturbances(), plant);
    int initial = demand.required(workload.trace().at(0));
    this.actuator =
        new SimulatedActuator(service, parameters.fleet(), plant.fleet, plant.clock, initial);
    this.metrics = new SimulatedMetrics(service.name(), plant.fleet, plant.meter, plant.clock);
    this.loop = loop(policy, guardrails);
    long end = TwinClock.micros(workload.trace().durationS());
    this.timetable = new Timetable(parameters.metering(), plant.draws(), end);
    this.score = new Scoreboard(service.sloMs(), plant.meter, time);
    plant.fleet.listen(time::changed);
    plant.adopt(initial);
  }

  private ControlLoop loop(Function<ServiceSpec, Policy> policy, Guardrails guardrails) {
    DecisionTally log = new DecisionTally(this::decided);
    return new ControlLoop(
        List.of(service),
        policy.andThen(ServicePolicies::new),
        guardrails,
        STALE_AFTER,
        new ControlPorts(metrics, actuator, log, plant.clock));
  }

  private void decided(Decision decision) {
    changes.changed(decision.before(), decision.applied(), plant.clock.micros());
    listener.accept(decision);
  }

  /** Goes on to the next decision; false at the trace's end. */
  public boolean advance() {
    while (true) {
      Job job = timetable.next();
      long now = timetable.due(job);
      plant.runUntil(now);
      if (job == Job.END) {
        return false;
      }
      timetable.done(job);
      switch (job) {
        case POLL -> poll(now);
        case REPORT -> report(now);
        case TICK -> tick(now);
        default -> {
          return true;
        }
      }
    }
  }

  /** Lets the control loop decide. */
  public void decide() {
    loop.tick();
  }

  /** What the policy is going to see in {@link #decide()}; null before the first sample. */
  public Observation observation() {
    Sample sample = metrics.latest(service.name()).orElse(null);
    if (sample == null) {
      return null;
    }
    return new Observation(
        service,
        sample,
        sample.age(plant.clock),
        actuator.desired(service.name()),
        plant.clock.instant(),
        actuator.lastChange());
  }

  /** How long it has run, in s. */
  public double seconds() {
    return plant.clock.micros() / 1e6;
  }

  /** The truth about the last whole window. */
  public WindowScore lastWindow() {
    return score.last();
  }

  /** What it has come to so far. */
  public RunResult result() {
    time.advance(plant.clock.micros());
    return new RunResult(
        new RunResult.Requests(
            plant.gateway.arrived(),
            plant.meter.answered(),
            plant.meter.failed(),
            plant.gateway.waiting() + plant.gateway.inFlight()),
        score.latency(),
        score.slo(),
        score.cost(),
        changes.changes(),
        series);
  }

  private void poll(long now) {
    disturber.disturb(now);
    plant.fleet.rotation().poll(now);
    if (actuator.isBusy()) {
      actuator.reconcile();
    }
  }

  private void report(long now) {
    if (!disturber.blind(now)) {
      metrics.report(now);
      plant.fleet.rotation().acknowledge(now);
    }
  }

  private void tick(long now) {
    metrics.tick();
    double seconds = now / 1e6;
    double rate = workload.trace().at(seconds - 1);
    WindowScore window = score.window(demand.required(rate), plant.gateway.longestWaitMs(now));
    series.add(
        seconds,
        rate,
        window.p95Ms(),
        window.failed(),
        actuator.desired(service.name()),
        window.ready(),
        plant.fleet.starting(),
        plant.fleet.size() - plant.fleet.active(),
        plant.gateway.waiting(),
        window.required());
  }
}
