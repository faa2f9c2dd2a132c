package dev.libra.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.libra.ManualClock;
import dev.libra.TestData;
import dev.libra.decision.BoundsGuardrail;
import dev.libra.decision.Decision;
import dev.libra.decision.DecisionQuery;
import dev.libra.decision.Guardrails;
import dev.libra.decision.InMemoryDecisionLog;
import dev.libra.decision.StaleMetricsGuardrail;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ControlLoopTest {
  private final ManualClock clock = ManualClock.create();
  private final Map<String, Sample> samples = new HashMap<>();
  private final InstantActuator actuator = new InstantActuator(clock);
  private final InMemoryDecisionLog log = new InMemoryDecisionLog(100);

  @Test
  void carriesOutWhatThePolicyWishes() {
    measure("search");
    loop(o -> new Proposal(3, "because", Map.of("cpu", 0.9))).tick();
    assertThat(actuator.desired("search")).isEqualTo(3);
    Decision decision = latest("search");
    assertThat(decision.sentence()).isEqualTo("test scaled search 1 → 3: because");
    assertThat(decision.sample()).isEqualTo(samples.get("search"));
    assertThat(decision.observation()).as("a rule goes by the sample").isNull();
    assertThat(decision.verdicts()).hasSize(2);
  }

  @Test
  void keepsTheReplicasWhenThePolicyThrows() {
    measure("search");
    ControlLoop loop =
        loop(
            o -> {
              throw new IllegalStateException("no artifact");
            });
    loop.tick();
    assertThat(actuator.desired("search")).isEqualTo(1);
    assertThat(latest("search").proposal().reason()).isEqualTo("the policy failed: no artifact");
  }

  @Test
  void keepsTheReplicasAndSaysSoWithoutMetrics() {
    loop(o -> Proposal.hold(9, "never asked")).tick();
    assertThat(actuator.desired("search")).isEqualTo(1);
    assertThat(latest("search").proposal().reason()).isEqualTo("no metrics yet");
    assertThat(latest("search").sample()).isNull();
  }

  @Test
  void neverScalesDownOnAnOldSample() {
    measure("search");
    actuator.scale("search", 4);
    clock.advance(Duration.ofSeconds(60));
    loop(o -> Proposal.hold(1, "looks idle")).tick();
    assertThat(actuator.desired("search")).isEqualTo(4);
    assertThat(latest("search").sentence())
        .isEqualTo(
            "test kept search at 4: looks idle; stale-metrics: the metrics are 60 s old, allowed"
                + " are 10 s: no scale-down on them");
  }

  @Test
  void aServiceThatFailsDoesNotStopTheOthers() {
    measure("search");
    measure("auth");
    actuator.breakFor("search");
    loop(o -> Proposal.hold(2, "more")).tick();
    assertThat(actuator.desired("auth")).isEqualTo(2);
  }

  @Test
  void pausedDecidesButChangesNothing() {
    measure("search");
    ControlLoop loop = loop(o -> Proposal.hold(3, "more"));
    loop.switchMode("search", Mode.paused());
    loop.tick();
    assertThat(actuator.desired("search")).isEqualTo(1);
    assertThat(latest("search").proposal().desired()).isEqualTo(3);
    assertThat(latest("search").mode()).isEqualTo("paused");
  }

  @Test
  void manualDoesWhatTheOperatorWants() {
    measure("search");
    ControlLoop loop = loop(o -> Proposal.hold(3, "more"));
    loop.switchMode("search", Mode.manual(5));
    loop.tick();
    assertThat(actuator.desired("search")).isEqualTo(5);
    assertThat(latest("search").proposal().reason()).isEqualTo("the operator wants 5");
  }

  @Test
  void refusesModesThatAreImpossible() {
    ControlLoop loop = loop(o -> Proposal.hold(1, "same"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loop.switchMode("search", Mode.manual(7)))
        .withMessage("search may have 1 to 6 replicas, was: 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loop.switchMode("nobody", Mode.paused()))
        .withMessage("service must be one of [search, auth], was: nobody");
  }

  @Test
  void addsTheOutcomeOnceTheChangeHasSettled() {
    measure("search");
    ControlLoop loop = loop(o -> Proposal.hold(2, "more"));
    loop.tick();
    clock.advance(Duration.ofSeconds(2));
    measure("search");
    loop.tick();
    Decision change =
        log.query(new DecisionQuery("search", null, true, 1)).stream().findFirst().orElseThrow();
    assertThat(change.outcome().settledAt()).isEqualTo(clock.instant());
  }

  @Test
  void addsUpWhatReplicasCost() {
    ControlLoop loop = loop(o -> Proposal.hold(2, "two"));
    actuator.scale("search", 2);
    loop.tick();
    clock.advance(Duration.ofHours(3));
    loop.tick();
    ServiceStatus status = loop.status().get(0);
    assertThat(status.costPerHour()).isEqualTo(2 * 0.05);
    assertThat(status.cost()).isBetween(0.2999, 0.3001);
    assertThat(status.stale()).isTrue();
  }

  private void measure(String service) {
    samples.put(service, TestData.sample(service, clock.instant()));
  }

  private Decision latest(String service) {
    return log.query(new DecisionQuery(service, null, false, 1)).get(0);
  }

  private ControlLoop loop(Function<Observation, Proposal> brain) {
    ControlPorts ports =
        new ControlPorts(s -> Optional.ofNullable(samples.get(s)), actuator, log, clock);
    Guardrails guardrails =
        new Guardrails(
            List.of(new StaleMetricsGuardrail(Duration.ofSeconds(10)), new BoundsGuardrail()));
    List<ServiceSpec> services = List.of(TestData.search(), TestData.service("auth", 1, 6));
    return new ControlLoop(
        services,
        s -> new ServicePolicies(policy(brain)),
        guardrails,
        Duration.ofSeconds(10),
        ports);
  }

  private static Policy policy(Function<Observation, Proposal> brain) {
    return new Policy() {
      @Override
      public PolicyId id() {
        return new PolicyId("test", "1", "none");
      }

      @Override
      public Proposal propose(Observation observation) {
        return brain.apply(observation);
      }
    };
  }
}
