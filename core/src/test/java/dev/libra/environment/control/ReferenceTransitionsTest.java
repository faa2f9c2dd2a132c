package dev.libra.environment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.Environment;
import dev.libra.environment.States;
import dev.libra.environment.Step;
import org.junit.jupiter.api.Test;

/** Transitions computed apart, from the published equations. */
class ReferenceTransitionsTest {

  @Test
  void cartPoleMovesAsBartoSuttonAndAndersonSay() {
    Environment cartPole = States.into(new CartPole(), 0.01, -0.02, 0.03, 0.04);
    assertObservation(
        cartPole.step(1),
        0.009600000000000001,
        0.17467919574755525,
        0.030799999999999998,
        -0.24306871796000815);
    assertObservation(
        cartPole.step(0),
        0.013093583914951107,
        -0.020868848948191993,
        0.025938625640799833,
        0.05916799993941654);
  }

  @Test
  void cartPoleTerminatesBeyondItsLimitsAndStillRewardsThatStep() {
    Step tipped = States.into(new CartPole(), 0, 0, 0.2094, 0.1).step(1);
    assertThat(tipped.terminated()).isTrue();
    assertThat(tipped.reward()).isEqualTo(1);
    assertThat(States.into(new CartPole(), -2.399, -0.1, 0, 0).step(0).terminated()).isTrue();
    assertThat(States.into(new CartPole(), -2.399, 0.1, 0, 0).step(0).terminated()).isFalse();
  }

  @Test
  void acrobotSwingsAsTheBookSays() {
    Environment acrobot = States.into(new Acrobot(), 0.1, -0.2, 0.3, -0.4);
    assertAngles(
        acrobot.step(2),
        0.1282116312891261,
        -0.211840321026976,
        -0.023484731535001357,
        0.28679521459777013);
    assertAngles(
        acrobot.step(0),
        0.11784404947450917,
        -0.15731524450506706,
        -0.07632067137914837,
        0.24745843481895552);
  }

  @Test
  void acrobotTerminatesWithItsTipOneLengthAboveTheJoint() {
    Step up = States.into(new Acrobot(), 2.5, 0, 0, 0).step(1);
    assertThat(up.terminated()).isTrue();
    assertThat(up.reward()).isZero();
    Step down = States.into(new Acrobot(), 1.5, 0, 0, 0).step(1);
    assertThat(down.terminated()).isFalse();
    assertThat(down.reward()).isEqualTo(-1);
  }

  @Test
  void mountainCarRollsAsMooreSays() {
    Environment car = States.into(new MountainCar(), -0.5, 0);
    assertObservation(car.step(2), -0.49917684300416926, 0.0008231569958307428);
    assertObservation(car.step(0), -0.49953668667935325, -0.00035984367518397545);
  }

  @Test
  void mountainCarStopsAtTheLeftWallAndTerminatesAtTheTop() {
    assertObservation(States.into(new MountainCar(), -1.19, -0.05).step(0), -1.2, 0);
    Step top = States.into(new MountainCar(), 0.49, 0.05).step(2);
    assertThat(top.terminated()).isTrue();
    assertThat(top.reward()).isEqualTo(-1);
  }

  private static void assertObservation(Step step, double... expected) {
    assertThat(step.observation()).containsExactly(expected, within(1e-12));
  }

  private static void assertAngles(Step step, double a1, double a2, double v1, double v2) {
    assertObservation(step, Math.cos(a1), Math.sin(a1), Math.cos(a2), Math.sin(a2), v1, v2);
  }
}
