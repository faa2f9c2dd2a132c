package dev.libra.simulator.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.SeededRandom;
import dev.libra.environment.Step;
import dev.libra.fleet.ServiceSpec;
import dev.libra.observation.LatePrice;
import dev.libra.policy.ActionSet;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.trace.TraceFamily;
import dev.libra.simulator.twin.WindowScore;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingEnvironmentTest {
  private static final int KEEP = 1;
  private static final ServiceSpec SEARCH = new ServiceSpec("search", 1, 6, 300, 4, 60, 0.12, 0.05);
  private static final ScalingSettings SETTINGS =
      ScalingSettings.standard().withServices(ServiceRanges.only(SEARCH)).withSteps(100);

  @Test
  void aStepIsOneDecisionAndItsRewardIsTheSumOfItsComponents() {
    ScalingEnvironment environment = new ScalingEnvironment(SETTINGS);
    double[] first = environment.reset(1);
    double price = LatePrice.at(first[first.length - 1]);
    Step step = environment.step(2);
    double sum =
        step.info().entrySet().stream()
            .filter(e -> environment.rewardComponents().contains(e.getKey()))
            .mapToDouble(e -> e.getValue())
            .sum();
    assertThat(step.reward()).isCloseTo(sum, within(1e-9));
    assertThat(step.info().get("switching"))
        .isCloseTo(-RewardWeights.standard().switching() / Math.sqrt(price), within(1e-12));
    assertThat(step.info()).containsKeys("p95Ms", "ready", "required", "desired");
  }

  @Test
  void anEpisodeIsTruncatedAndNotTerminated() {
    ScalingEnvironment environment = new ScalingEnvironment(SETTINGS);
    environment.reset(2);
    Step step = environment.step(KEEP);
    int steps = 1;
    for (; !step.ended(); steps++) {
      step = environment.step(KEEP);
    }
    assertThat(steps).isEqualTo(100);
    assertThat(step.truncated()).isTrue();
    assertThat(step.terminated()).isFalse();
    assertThat(environment.result().slo().windows()).isBetween(100, 102);
  }

  @Test
  void anActionThatTheMaskForbidsChangesNothing() {
    ScalingEnvironment environment = new ScalingEnvironment(SETTINGS);
    environment.reset(3);
    double desired = 0;
    for (int i = 0; i < 20; i++) {
      desired = environment.step(2).info().get("desired");
    }
    assertThat(desired).isEqualTo(6);
    assertThat(environment.actionMask()).containsExactly(true, true, false);
    assertThat(environment.step(2).info().get("desired")).isEqualTo(6);
  }

  @Test
  void moreActionsCanBeHad() {
    ScalingEnvironment environment = new ScalingEnvironment(SETTINGS.withActions(ActionSet.LARGE));
    environment.reset(1);
    assertThat(environment.actionSpace().names())
        .containsExactly("-2", "-1", "0", "+1", "+2", "+4");
    assertThat(environment.actionMask()).hasSize(6);
  }

  @Test
  void theCurriculumGoesFromEasyToHard() {
    Curriculum curriculum = Curriculum.standard();
    SeededRandom random = new SeededRandom(1);
    for (int i = 0; i < 2; i++) {
      assertThat(curriculum.draw(i, random)).isEqualTo(TraceFamily.CONSTANT);
    }
    List<TraceFamily> later =
        random.ints(200, 50, 10_000).mapToObj(i -> curriculum.draw(i, random)).distinct().toList();
    assertThat(later).containsExactlyInAnyOrder(TraceFamily.values());
  }

  @Test
  void showsWindowsOfRecordedTraces() {
    double[] saw = new double[4000];
    Arrays.setAll(saw, i -> 10 + i % 50);
    ScalingSettings settings =
        SETTINGS
            .withCurriculum(Curriculum.everything())
            .withRecorded(List.of(new Trace("saw", saw, 300)), 1);
    Episode episode = Episode.draw(settings, Integer.MAX_VALUE, new SeededRandom(1));
    assertThat(episode.workload().trace().name()).isEqualTo("saw");
    assertThat(episode.workload().trace().durationS()).isBetween(718.0, 760.0);
    assertThat(episode.usuallyRequired()).isBetween(1.0, 6.0);
  }

  @Test
  void tellsTheAgentItsEpisodesPrice() {
    ScalingEnvironment environment = new ScalingEnvironment(SETTINGS);
    int spent = environment.observationSpace().size() - 1;
    double first = environment.reset(1)[spent];
    assertThat(first).isBetween(0.0, 1.0);
    assertThat(environment.step(0).observation()[spent]).isEqualTo(first);
    assertThat(environment.reset()[spent]).isNotEqualTo(first);
  }

  @Test
  void showsACriticTheLoadThatIsToComeWhateverTheAgentDoes() {
    ScalingEnvironment one = new ScalingEnvironment(SETTINGS);
    ScalingEnvironment other = new ScalingEnvironment(SETTINGS);
    // Demand of this seed exceeds one replica, but not all of them.
    one.reset(2);
    other.reset(2);
    for (int i = 0; i < 50; i++) {
      one.step(0);
      other.step(2);
    }
    for (int stretch = 0; stretch < ComingLoad.SIZE; stretch += 3) {
      assertThat(one.hindsight()[stretch]).isPositive().isEqualTo(other.hindsight()[stretch]);
    }
    assertThat(one.hindsight()).isNotEqualTo(other.hindsight());
  }

  @Test
  void rewardsLevels() {
    WindowScore fine = new WindowScore(200, 100, 0, false, 2, 2, 2);
    WindowScore bad = new WindowScore(900, 100, 5, true, 1, 3, 2);
    RewardWeights weights = new RewardWeights(2, 5, 1, 0.5, 0.02);
    assertThat(Reward.of(weights, fine, 300, 2, 0, 1, 1))
        .isEqualTo(new Reward(-0.0, -0.0, -1, -0.0, -0.0));
    Reward reward = Reward.of(weights, bad, 300, 2, -2, 1, 1);
    assertThat(reward).isEqualTo(new Reward(-4, -2.5, -1.5, -0.25, -0.04));
    assertThat(reward.total()).isCloseTo(-8.29, within(1e-9));
    assertThat(Reward.of(weights, bad, 300, 2, -2, 0.5, 4))
        .isEqualTo(new Reward(-4, -5, -0.75, -0.125, -0.02));
  }
}
