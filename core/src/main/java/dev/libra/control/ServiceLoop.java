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
import dev.libra.observation.EncodedObservation;
import dev.libra.observation.Observation;
import dev.libra.observation.ObservationEncoder;
import dev.libra.policy.Policy;
import dev.libra.policy.Proposal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Decides about one service. */
final class ServiceLoop {
  private static final Logger LOG = System.getLogger(ServiceLoop.class.getName());

  private final ServiceSpec service;
  private final Policy policy;
  private final ControlPorts ports;
  private final Guardrails guardrails;
  private final Duration staleAfter;
  private final ObservationEncoder encoder = new ObservationEncoder();
  private final CostMeter cost;
  private Mode mode = Mode.active();
  private Instant lastChange;
  private Decision unsettled;

  ServiceLoop(
      ServiceSpec service,
      Policy policy,
      Guardrails guardrails,
      Duration staleAfter,
      ControlPorts ports) {
    this.service = service;
    this.policy = policy;
    this.guardrails = guardrails;
    this.staleAfter = staleAfter;
    this.ports = ports;
    this.cost = new CostMeter(service.costPerHour());
  }

  synchronized void tick() {
    long started = System.nanoTime();
    Instant now = ports.clock().instant();
    Sample sample = ports.metrics().latest(service.name()).orElse(null);
    int current = ports.actuator().desired(service.name());
    List<Replica> replicas = ports.actuator().replicas(service.name());
    cost.tick(now, replicas.size());
    settle(sample, replicas, current, now);
    Observation observation = observe(sample, current, now);
    Proposal proposal = propose(observation, current);
    List<Verdict> verdicts =
        guardrails.check(situation(observation, current, now), proposal.desired());
    int applied = apply(current, last(verdicts, proposal.desired()), now);
    long micros = (System.nanoTime() - started) / 1000;
    log(decision(now, observation, proposal, verdicts, current, applied, micros));
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
    Sample sample = ports.metrics().latest(service.name()).orElse(null);
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
        policy.id().name(),
        mode,
        cost.perHour(),
        cost.total());
  }

  private Observation observe(Sample sample, int current, Instant now) {
    return sample == null
        ? null
        : new Observation(service, sample, sample.age(ports.clock()), current, now, lastChange);
  }

  private Proposal propose(Observation observation, int current) {
    if (mode.kind() == Mode.Kind.MANUAL) {
      return Proposal.hold(mode.replicas(), "the operator wants " + mode.replicas());
    }
    if (observation == null) {
      return Proposal.hold(Math.max(current, service.minReplicas()), "no metrics yet");
    }
    try {
      return policy.propose(observation);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Policy " + policy.id().name() + " failed on " + service.name(), e);
      return Proposal.hold(current, "the policy failed: " + e.getMessage());
    }
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
      Proposal proposal,
      List<Verdict> verdicts,
      int before,
      int applied,
      long micros) {
    Sample sample = observation == null ? null : observation.sample();
    EncodedObservation encoded = observation == null ? null : encoder.encode(observation);
    return new Decision(
        now,
        service.name(),
        policy.id(),
        mode.kind().label(),
        sample,
        encoded,
        proposal,
        verdicts,
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
