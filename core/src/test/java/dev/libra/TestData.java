package dev.libra;

import dev.libra.decision.Decision;
import dev.libra.decision.Opinion;
import dev.libra.decision.Verdict;
import dev.libra.fleet.Heartbeat;
import dev.libra.fleet.ReplicaHealth;
import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import dev.libra.observation.EncodedObservation;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Valid values for tests that care about one field only. */
public final class TestData {
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private TestData() {}

  public static ServiceSpec search() {
    return service("search", 1, 6);
  }

  public static ServiceSpec service(String name, int min, int max) {
    return new ServiceSpec(name, min, max, 300, 8, 60, 0.25, 0.05);
  }

  public static Heartbeat heartbeat(String replica, ReplicaHealth state, Instant at) {
    return new Heartbeat(
        replica,
        replica.replaceAll("-\\d+$", ""),
        URI.create("http://127.0.0.1:9200"),
        state,
        0.5,
        200_000_000,
        2,
        8,
        at);
  }

  public static ReplicaSample replica(String id, ReplicaState state, double cpu, Instant heardAt) {
    Instant ready = state == ReplicaState.STARTING ? null : heardAt.minusSeconds(3600);
    return new ReplicaSample(
        id, state, cpu, 200_000_000, 2, heardAt.minusSeconds(3700), ready, heardAt);
  }

  public static Sample sample(String service, Instant at, ReplicaSample... replicas) {
    return new Sample(service, at, 50, 60, 90, 120, 0, 0.5, 200_000_000, 3, List.of(replicas));
  }

  public static Sample slow(String service, Instant at, double p95Ms) {
    return new Sample(service, at, 50, p95Ms / 2, p95Ms, p95Ms, 0, 0.5, 1, 3, List.of());
  }

  /** A decision beside which a candidate was asked. */
  public static Decision decisionWithOpinion(String service, Instant at, int applied) {
    Decision plain = decision(service, at, applied, applied);
    Opinion opinion =
        new Opinion(
            Opinion.CANDIDATE,
            new PolicyId("ppo", "libra-6", "beef"),
            new Proposal(applied + 1, "up (0.90), mostly by load", Map.of("p(up)", 0.9)));
    return new Decision(
        plain.at(),
        plain.service(),
        plain.policy(),
        plain.mode(),
        plain.sample(),
        plain.observation(),
        plain.proposal(),
        plain.verdicts(),
        List.of(opinion),
        plain.before(),
        plain.applied(),
        plain.durationMicros(),
        plain.outcome());
  }

  public static Decision decision(String service, Instant at, int before, int applied) {
    return new Decision(
        at,
        service,
        new PolicyId("hpa", "autoscaling/v2", "cafe"),
        "active",
        sample(service, at, replica(service + "-1", ReplicaState.READY, 0.92, at)),
        new EncodedObservation("libra-1", List.of(0.92, 0.3, 0.0)),
        new Proposal(applied, "CPU 92 % of 60 % target", Map.of("cpu", 0.92)),
        List.of(new Verdict("bounds", Verdict.PASSED, "nothing to object", applied, applied)),
        List.of(),
        before,
        applied,
        120,
        null);
  }
}
