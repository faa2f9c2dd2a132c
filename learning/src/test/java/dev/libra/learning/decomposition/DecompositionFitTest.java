package dev.libra.learning.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.SeededRandom;
import dev.libra.environment.Step;
import dev.libra.learning.inference.Scaling;
import dev.libra.learning.normalization.NormalizationStatistics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecompositionFitTest {
  private static final List<String> COMPONENTS = List.of("cost", "latency");

  private final RewardRecorder recorder = new RewardRecorder(COMPONENTS, 2);

  @Test
  void learnsWhatCanBeForetoldAndSaysWhatCannot() {
    play(20, 400);
    Decomposition fitted = fit();
    assertThat(fitted.explained().get("cost")).as("follows from what is seen").isGreaterThan(0.95);
    assertThat(fitted.explained().get("latency")).as("is chance").isBetween(-0.1, 0.1);
  }

  @Test
  void theSameEpisodesAndSeedGiveTheSameModel() {
    play(4, 320);
    assertThat(fit().explained()).isEqualTo(fit().explained());
  }

  @Test
  void weighsWhatFollowsByTheDiscount() {
    for (int i = 1; i <= 6; i++) {
      recorder.step(0, new double[] {i}, step(-i, 0));
    }
    List<Outcome> outcomes = recorder.outcomes(0.5, 2).get(0);
    assertThat(outcomes.stream().map(o -> o.observation()[0]))
        .as("every second, of which the last is one that two steps followed")
        .containsExactly(5.0, 3.0, 1.0);
    assertThat(outcomes.get(0).means()[0]).isCloseTo((-5 - 0.5 * 6) / 1.5, within(1e-12));
  }

  @Test
  void refusesAnEpisodeAlone() {
    play(1, 100);
    assertThatThrownBy(this::fit).hasMessageContaining("number of episodes must be");
  }

  @Test
  void refusesARewardWithoutAComponent() {
    assertThatThrownBy(() -> recorder.step(0, new double[1], Step.of(new double[1], 0, false)))
        .hasMessageContaining("cost");
    assertThatThrownBy(() -> recorder.step(0, new double[1], step(0.5, 0)))
        .as("a gain")
        .hasMessageContaining("cost must be between");
  }

  private Decomposition fit() {
    return new DecompositionFit(new Scaling(NormalizationStatistics.none(2)), 2, 1).fit(recorder);
  }

  /** Each episode has a cost of its own, which is seen, and noise, which isn't. */
  private void play(int episodes, int steps) {
    SeededRandom random = new SeededRandom(7);
    for (int episode = 0; episode < episodes; episode++) {
      double level = random.nextDouble();
      for (int i = 0; i < steps; i++) {
        double[] seen = {level, random.nextDouble()};
        recorder.step(episode, seen, step(-level, -random.nextDouble()));
      }
    }
  }

  private static Step step(double cost, double latency) {
    return new Step(
        new double[2],
        cost + latency,
        false,
        false,
        Map.of("cost", cost, "latency", latency, "other", 1.0));
  }
}
