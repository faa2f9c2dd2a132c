package dev.libra.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.ManualClock;
import dev.libra.TestData;
import dev.libra.decision.BoundsGuardrail;
import dev.libra.decision.Decision;
import dev.libra.decision.DecisionQuery;
import dev.libra.decision.Guardrails;
import dev.libra.decision.InMemoryDecisionLog;
import dev.libra.decision.SloBreachGuardrail;
import dev.libra.decision.StaleMetricsGuardrail;
import dev.libra.fleet.ReplicaState;
import dev.libra.metrics.MetricSource;
import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import dev.libra.observation.Observation;
import dev.libra.policy.fallback.UnavailablePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy that may fail on the real loop: modes, candidates, and whatever can go wrong. */
class LearnedPolicyLiveTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int RUNNING = 4;

  private final ManualClock clock = ManualClock.create();
  private final InstantActuator actuator = new InstantActuator(clock);
  private final InMemoryDecisionLog log = new InMemoryDecisionLog(1000);
  private final ScriptedPolicy learned = new ScriptedPolicy("ppo", 5);
  private final ScriptedPolicy rule = new ScriptedPolicy("hpa", RUNNING);
  private final ServicePolicies policies =
      new ServicePolicies(new UnavailablePolicy("learned", "not read yet"), rule, LIMIT);
  private Sample sample;
  private MetricSource metrics = service -> Optional.ofNullable(sample);
  private final ControlLoop loop =
      new ControlLoop(
          List.of(TestData.search()),
          service -> policies,
          new Guardrails(
              List.of(
                  new StaleMetricsGuardrail(LIMIT),
                  new SloBreachGuardrail(0.01),
                  new BoundsGuardrail())),
          LIMIT,
          new ControlPorts(service -> metrics.latest(service), actuator, log, clock));

  @BeforeEach
  void fourReplicasRun() {
    actuator.scale("search", RUNNING);
    policies.activate(learned);
  }

  @Test
  void decidesWhileAllIsWell() {
    Decision decision = tick();
    assertThat(decision.sentence()).isEqualTo("ppo scaled search 4 → 5: by ppo");
    assertThat(decision.observation().values()).containsExactly(5.0);
    assertThat(loop.status().get(0).policy()).isEqualTo(learned.id());
    assertThat(loop.status().get(0).standIn()).isFalse();
  }

  @Test
  void anArtifactThatIsMissingLeavesTheDecisionToTheRule() {
    policies.activate(new UnavailablePolicy("learned", "artifact x was refused: no such file"));
    Decision decision = tick();
    assertThat(decision.sentence())
        .isEqualTo(
            "learned kept search at 4: hpa stands in (artifact x was refused: no such file):"
                + " by hpa");
    assertThat(loop.status().get(0).standIn()).isTrue();
  }

  @Test
  void aPolicyThatThrowsLeavesTheDecisionToTheRule() {
    learned.fails(new IllegalStateException("a score is not finite: NaN"));
    Decision decision = tick();
    assertThat(decision.applied()).isEqualTo(RUNNING);
    assertThat(decision.proposal().reason())
        .isEqualTo("hpa stands in (ppo failed: a score is not finite: NaN): by hpa");
    assertThat(decision.observation()).isNull();
  }

  @Test
  void aRuleThatThrowsAsWellKeepsTheReplicas() {
    learned.fails(new IllegalStateException("no"));
    rule.fails(new IllegalStateException("neither"));
    Decision decision = tick();
    assertThat(decision.applied()).isEqualTo(RUNNING);
    assertThat(decision.proposal().reason()).isEqualTo("the policy failed: neither");
  }

  @Test
  void aSampleWithAValueThatIsNoNumberKeepsTheReplicasAndSaysSo() {
    metrics =
        service ->
            Optional.of(
                new Sample(
                    service, clock.instant(), 50, 60, 90, 120, 0, Double.NaN, 1, 3, List.of()));
    loop.tick();
    Decision decision = latest();
    assertThat(decision.applied()).isEqualTo(RUNNING);
    assertThat(decision.proposal().reason())
        .startsWith("the metrics can't be read: cpu must be between 0.0 and")
        .endsWith("was: NaN");
    assertThat(decision.sample()).isNull();
  }

  @Test
  void aWishThatIsNoNumberIsAFailure() {
    learned.fails(new IllegalArgumentException("p(up) must be between -1.0E12 and 1.0E12: NaN"));
    assertThat(tick().proposal().reason()).startsWith("hpa stands in (ppo failed: p(up) must be");
  }

  @Test
  void whenTheMetricsStopNothingScalesDown() {
    learned.wishes(1);
    rule.wishes(1);
    measure();
    clock.advance(LIMIT.plusSeconds(1));
    loop.tick();
    Decision decision = latest();
    assertThat(decision.applied()).isEqualTo(RUNNING);
    assertThat(decision.sentence())
        .isEqualTo(
            "ppo kept search at 4: hpa stands in (the sample is 11 s old): by hpa;"
                + " stale-metrics: the metrics are 11 s old, allowed are 10 s: no scale-down on"
                + " them");
  }

  @Test
  void whenTheSourceItselfFailsNothingScalesDown() {
    metrics =
        service -> {
          throw new IllegalStateException("the source is closed");
        };
    loop.tick();
    assertThat(latest().applied()).isEqualTo(RUNNING);
    assertThat(latest().proposal().reason())
        .isEqualTo("the metrics can't be read: the source is closed");
    assertThat(loop.status().get(0).stale()).isTrue();
  }

  @Test
  void inShadowTheRuleActsAndTheWishIsLoggedBesideIt() {
    loop.switchMode("search", Mode.shadow());
    rule.wishes(3);
    Decision decision = tick();
    assertThat(decision.sentence())
        .isEqualTo("hpa scaled search 4 → 3: by hpa; shadow ppo wished for 5");
    assertThat(decision.mode()).isEqualTo("shadow");
    assertThat(decision.opinions()).hasSize(1);
    assertThat(decision.opinions().get(0).proposal().terms()).containsEntry("p(up)", 0.5);
  }

  @Test
  void everyPolicySeesEveryObservationOnceInEveryMode() {
    ScriptedPolicy candidate = new ScriptedPolicy("dqn", 2);
    policies.listenTo(candidate);
    List<Mode> modes = List.of(Mode.active(), Mode.shadow(), Mode.paused(), Mode.manual(4));
    for (Mode mode : modes) {
      loop.switchMode("search", mode);
      tick();
    }
    for (ScriptedPolicy policy : List.of(learned, rule, candidate)) {
      assertThat(policy.asked).extracting(Observation::at).doesNotHaveDuplicates().hasSize(4);
    }
  }

  @Test
  void aCandidateIsHeardButNeverActs() {
    policies.listenTo(new ScriptedPolicy("dqn", 1));
    Decision decision = tick();
    assertThat(decision.sentence())
        .isEqualTo("ppo scaled search 4 → 5: by ppo; candidate dqn wished for 1");
    assertThat(actuator.desired("search")).isEqualTo(5);
  }

  @Test
  void countsHowOftenACandidateAgrees() {
    ScriptedPolicy candidate = new ScriptedPolicy("dqn", 5);
    policies.listenTo(candidate);
    tick();
    candidate.wishes(1);
    tick();
    candidate.fails(new IllegalStateException("boom"));
    tick();
    Agreement agreement = loop.status().get(0).agreements().get(0);
    assertThat(agreement)
        .isEqualTo(new Agreement("candidate", candidate.id(), learned.id(), 2, 1, 1));
    assertThat(agreement.share()).isEqualTo(0.5);
  }

  @Test
  void theCountStartsAgainWithAnotherCandidate() {
    policies.listenTo(new ScriptedPolicy("dqn", 1));
    tick();
    policies.listenTo(new ScriptedPolicy("ddqn", 5));
    tick();
    Agreement agreement = loop.status().get(0).agreements().get(0);
    assertThat(agreement.compared()).isEqualTo(1);
    assertThat(agreement.share()).isEqualTo(1);
  }

  @Test
  void anExchangedPolicyIsShownTheLastFiveMinutesFirst() {
    for (int i = 0; i < 200; i++) {
      tick();
    }
    ScriptedPolicy next = new ScriptedPolicy("next", 2);
    policies.activate(next);
    assertThat(next.asked).hasSize(151);
    assertThat(tick().sentence()).isEqualTo("next scaled search 5 → 2: by next");
  }

  @Test
  void aPolicyThatThrowsAtTheLastFiveMinutesReplacesNothing() {
    tick();
    ScriptedPolicy broken = new ScriptedPolicy("broken", 2);
    broken.fails(new IllegalStateException("boom"));
    assertThatThrownBy(() -> policies.activate(broken)).hasMessage("boom");
    assertThat(tick().policy()).isEqualTo(learned.id());
  }

  private Decision tick() {
    clock.advance(Duration.ofSeconds(2));
    measure();
    loop.tick();
    return latest();
  }

  private void measure() {
    ReplicaSample replica = TestData.replica("search-1", ReplicaState.READY, 0.5, clock.instant());
    sample = TestData.sample("search", clock.instant(), replica);
  }

  private Decision latest() {
    return log.query(new DecisionQuery("search", null, false, 1)).get(0);
  }
}
