package dev.libra.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.environment.ActionSpace;
import dev.libra.environment.Environment;
import dev.libra.environment.ObservationSpace;
import dev.libra.environment.ObservationSpace.Feature;
import dev.libra.environment.Step;
import dev.libra.learning.network.DivergedException;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
  private static final Presets PRESETS = Presets.shipped();

  private static TrainingPlan cartPole(long steps) {
    return new TrainingPlan(Task.control("cartpole"), PRESETS.get("ppo", "cartpole"), 1, steps);
  }

  @Test
  void reportsProgressAndMeasuresSpeedByTheGivenClock() {
    AtomicLong nanos = new AtomicLong();
    // Each update of 256 steps takes half a second by this clock.
    Training training = new Training(cartPole(1024), () -> nanos.getAndAdd(500_000_000));
    List<TrainingProgress> heard = new ArrayList<>();
    training.run(heard::add, 512, () -> false);
    assertThat(heard).extracting(TrainingProgress::step).containsExactly(512L, 1024L);
    TrainingProgress last = heard.get(1);
    assertThat(last.stepsPerSecond()).isEqualTo(512);
    assertThat(last.episodes()).isPositive();
    assertThat(last.meanReturn()).isEqualTo(last.meanLength()).isBetween(5.0, 200.0);
    assertThat(last.metrics())
        .containsKeys(
            "loss/policy",
            "loss/value",
            "policy/entropy",
            "policy/approxKl",
            "policy/clipFraction",
            "value/explainedVariance");
  }

  @Test
  void stopsBetweenTwoUpdatesWhenTold() {
    Training training = new Training(cartPole(10_000));
    training.run(progress -> {}, 1, () -> training.step() >= 500);
    assertThat(training.step()).isEqualTo(512);
    assertThat(training.finished()).isFalse();
  }

  @Test
  void evaluatesOnTheSameSeedsEachTime() {
    Training training = new Training(cartPole(512)).run();
    assertThat(training.evaluate(10)).isEqualTo(training.evaluate(10));
    assertThat(training.evaluate(10).episodes()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ppo", "dqn"})
  void stopsWithAClearErrorWhenALossIsNotFinite(String agent) {
    Task task = new Task("broken", Broken::new);
    Training training =
        new Training(new TrainingPlan(task, PRESETS.get(agent, "cartpole"), 1, 5000));
    assertThatThrownBy(training::run)
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("training diverged");
  }

  /** Its observation is not a number after a while. */
  private static final class Broken implements Environment {
    private int steps;

    @Override
    public ObservationSpace observationSpace() {
      return ObservationSpace.of(Feature.unbounded("x"));
    }

    @Override
    public ActionSpace actionSpace() {
      return ActionSpace.numbered(2);
    }

    @Override
    public double[] reset(long seed) {
      return new double[1];
    }

    @Override
    public double[] reset() {
      return new double[1];
    }

    @Override
    public Step step(int action) {
      return Step.of(new double[] {++steps > 60 ? Double.NaN : 0}, 1, false);
    }

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
  }
}
