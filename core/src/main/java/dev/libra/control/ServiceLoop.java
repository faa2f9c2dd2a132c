package dev.libra.control;

import dev.libra.decision.Decision;
import dev.libra.decision.Guardrails;
import dev.libra.decision.Outcome;
import dev.libra.decision.Situation;
import dev.libra.decision.Verdict;
import dev.libra.fleet.Replica;
import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import dev.libra.observation.Observation;
import dev.libra.policy.Proposal;
import dev.libra.policy.fallback.FallbackPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Decides about one service. */
final class ServiceLoop {
  private final ServiceSpec service;
  private final ServicePolicies policies;
  private final ControlPorts ports;
  private final Guardrails guardrails;
  private final Duration staleAfter;
  private final AgreementMeter agreements = new AgreementMeter();
  private final CostMeter cost;
  private Mode mode = Mode.active();
  private Instant lastChange;
  private Decision unsettled;
  private boolean standIn;

  ServiceLoop(
      ServiceSpec service,
      ServicePolicies policies,
      Guardrails guardrails,
      Duration staleAfter,
      ControlPorts ports) {
    this.service = service;
    this.policies = policies;
    this.guardrails = guardrails;
    this.staleAfter = staleAfter;
    this.ports = ports;
    this.cost = new CostMeter(service.costPerHour());
  }

  synchronized void tick() {
    long started = System.nanoTime();
    Instant now = ports.clock().instant();
    Reading reading = Reading.of(ports.metrics(), service.name());
    int current = ports.actuator().desired(service.name());
    List<Replica> replicas = ports.actuator().replicas(service.name());
    cost.tick(now, replicas.size());
    settle(reading.sample(), replicas, current, now);
    Observation observation = observe(reading.sample(), current, now);
    Deliberation wishes = deliberate(observation, current, reading.absence());
    List<Verdict> verdicts =
        guardrails.check(situation(observation, current, now), wishes.proposal().desired());
    long micros = (System.nanoTime() - started) / 1000;
    int applied = apply(current, last(verdicts, wishes.proposal().desired()), now);
    log(decision(now, observation, wishes, verdicts, current, applied, micros));
  }

  synchronized void switchTo(Mode next) {
    if (next.kind() == Mode.Kind.MANUAL && service.clamp(next.replicas()) != next.replicas()) {
      throw new IllegalArgumentException(
          service.name()
              + " may have "
              + service.minReplicas()
              + " to "
              + service.maxReplicas()
              + " replicas, was: "
              + next.replicas());
    }
    mode = next;
  }

  synchronized ServiceStatus status() {
    Sample sample = Reading.of(ports.metrics(), service.name()).sample();
    List<Replica> replicas = ports.actuator().replicas(service.name());
    Duration age = sample == null ? null : sample.age(ports.clock());
    return new ServiceStatus(
        service,
        ports.actuator().desired(service.name()),
        count(replicas, ReplicaState.READY),
        count(replicas, ReplicaState.STARTING),
        count(replicas, ReplicaState.DRAINING),
        sample,
        age,
        age == null || age.compareTo(staleAfter) > 0,
        policies.active(),
        standIn,
        agreements.all(),
        mode,
        cost.perHour(),
        cost.total());
  }

  private Observation observe(Sample sample, int current, Instant now) {
    return sample == null
        ? null
        : new Observation(service, sample, sample.age(ports.clock()), current, now, lastChange);
  }

  private Deliberation deliberate(Observation observation, int current, String absence) {
    Panel panel = policies.panel();
    if (observation == null) {
      boolean manual = mode.kind() == Mode.Kind.MANUAL;
      int kept = Math.max(current, service.minReplicas());
      return new Deliberation(
          panel.acting(mode).id(),
          manual ? Panel.byOperator(mode) : Proposal.hold(kept, absence),
          List.of(),
          null);
    }
    policies.observed(observation);
    Deliberation wishes = panel.decide(mode, observation);
    standIn = FallbackPolicy.stoodIn(wishes.proposal());
    agreements.count(wishes);
    return wishes;
  }

  private Situation situation(Observation observation, int current, Instant now) {
    return observation == null
        ? new Situation(service, null, null, current, lastChange, now)
        : new Situation(service, observation.sample(), observation.age(), current, lastChange, now);
  }

  private int apply(int current, int wanted, Instant now) {
    if (mode.kind() == Mode.Kind.PAUSED || wanted == current) {
      return current;
    }
    ports.actuator().scale(service.name(), wanted);
    lastChange = now;
    return wanted;
  }

  private Decision decision(
      Instant now,
      Observation observation,
      Deliberation wishes,
      List<Verdict> verdicts,
      int before,
      int applied,
      long micros) {
    Sample sample = observation == null ? null : observation.sample();
    return new Decision(
        now,
        service.name(),
        wishes.acting(),
        mode.kind().label(),
        sample,
        wishes.encoded(),
        wishes.proposal(),
        verdicts,
        wishes.opinions(),
        before,
        applied,
        micros,
        null);
  }

  private void log(Decision decision) {
    ports.decisions().append(decision);
    if (decision.changed()) {
      unsettled = decision;
    }
  }

  private void settle(Sample sample, List<Replica> replicas, int current, Instant now) {
    boolean settled = replicas.stream().allMatch(r -> r.is(ReplicaState.READY));
    if (unsettled == null || sample == null || !settled || replicas.size() != current) {
      return;
    }
    ports.decisions().settle(unsettled.id(), new Outcome(now, sample.p95Ms()));
    unsettled = null;
  }

  private static int last(List<Verdict> verdicts, int wished) {
    return verdicts.isEmpty() ? wished : verdicts.get(verdicts.size() - 1).after();
  }

  private static int count(List<Replica> replicas, ReplicaState state) {
    return (int) replicas.stream().filter(r -> r.is(state)).count();
  }
}
