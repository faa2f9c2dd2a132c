package dev.libra.environment.control;

import dev.libra.environment.ActionSpace;
import dev.libra.environment.ObservationSpace;
import dev.libra.environment.ObservationSpace.Feature;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.Step;

/**
 * Two links that hang and are to swing their tip one length above the joint: reward −1 per step
 * until there, 0 for the last.
 *
 * <p>Sutton: "Generalization in reinforcement learning: successful examples using sparse coarse
 * coding", 1996; the constants and the equations of motion of the book (Sutton, Barto) as in
 * Gymnasium's Acrobot-v1. Angles in rad, from hanging; the second relative to the first.
 */
public final class Acrobot extends ControlTask {
  static final double SECONDS = 0.2;
  static final double MAX_VELOCITY_1 = 4 * Math.PI;
  static final double MAX_VELOCITY_2 = 9 * Math.PI;
  private static final ActionSpace ACTIONS = ActionSpace.of("left", "none", "right");
  private static final ObservationSpace OBSERVATIONS =
      ObservationSpace.of(
          Feature.symmetric("cos1", 1),
          Feature.symmetric("sin1", 1),
          Feature.symmetric("cos2", 1),
          Feature.symmetric("sin2", 1),
          Feature.symmetric("angularVelocity1", MAX_VELOCITY_1),
          Feature.symmetric("angularVelocity2", MAX_VELOCITY_2));

  /** The state is angles 1 and 2, then their velocities. */
  public Acrobot() {
    super(OBSERVATIONS, ACTIONS, 4);
  }

  @Override
  void begin(SeededRandom random) {
    for (int i = 0; i < state.length; i++) {
      state[i] = random.nextDouble(-0.1, 0.1);
    }
  }

  @Override
  public Step step(int action) {
    double torque = ACTIONS.check(action) - 1;
    double[] next = AcrobotDynamics.integrate(state, torque, SECONDS);
    state[0] = wrap(next[0]);
    state[1] = wrap(next[1]);
    state[2] = Math.max(-MAX_VELOCITY_1, Math.min(MAX_VELOCITY_1, next[2]));
    state[3] = Math.max(-MAX_VELOCITY_2, Math.min(MAX_VELOCITY_2, next[3]));
    boolean swungUp = -Math.cos(state[0]) - Math.cos(state[1] + state[0]) > 1;
    return Step.of(observation(), swungUp ? 0 : -1, swungUp);
  }

  private static double wrap(double angle) {
    double wrapped = angle;
    while (wrapped > Math.PI) {
      wrapped -= 2 * Math.PI;
    }
    while (wrapped < -Math.PI) {
      wrapped += 2 * Math.PI;
    }
    return wrapped;
  }

  @Override
  double[] observation() {
    return new double[] {
      Math.cos(state[0]),
      Math.sin(state[0]),
      Math.cos(state[1]),
      Math.sin(state[1]),
      state[2],
      state[3]
    };
  }
}
