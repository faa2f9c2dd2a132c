package dev.libra.environment.control;

import dev.libra.environment.ActionSpace;
import dev.libra.environment.ObservationSpace;
import dev.libra.environment.ObservationSpace.Feature;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.Step;

/**
 * A pole balanced on a cart that is pushed left or right: reward 1 per step, terminal beyond 2.4
 * units or 12°.
 *
 * <p>Barto, Sutton, Anderson: "Neuronlike adaptive elements that can solve difficult learning
 * control problems", 1983, equations of the appendix without friction; constants of Gymnasium's
 * CartPole-v1. Lengths in m, masses in kg, angles in rad.
 */
public final class CartPole extends ControlTask {
  static final double GRAVITY = 9.8;
  static final double POLE_MASS = 0.1;
  static final double TOTAL_MASS = 1.0 + POLE_MASS;
  static final double HALF_LENGTH = 0.5;
  static final double FORCE = 10;
  static final double SECONDS = 0.02;
  static final double MAX_POSITION = 2.4;
  static final double MAX_ANGLE = 12 * 2 * Math.PI / 360;
  private static final ActionSpace ACTIONS = ActionSpace.of("left", "right");
  private static final ObservationSpace OBSERVATIONS =
      ObservationSpace.of(
          Feature.symmetric("position", 2 * MAX_POSITION),
          Feature.unbounded("velocity"),
          Feature.symmetric("angle", 2 * MAX_ANGLE),
          Feature.unbounded("angularVelocity"));

  private static final int POSITION = 0;
  private static final int VELOCITY = 1;
  private static final int ANGLE = 2;
  private static final int ANGULAR_VELOCITY = 3;

  public CartPole() {
    super(OBSERVATIONS, ACTIONS, 4);
  }

  @Override
  void begin(SeededRandom random) {
    for (int i = 0; i < state.length; i++) {
      state[i] = random.nextDouble(-0.05, 0.05);
    }
  }

  @Override
  public Step step(int action) {
    double force = ACTIONS.check(action) == 1 ? FORCE : -FORCE;
    double angularVelocity = state[ANGULAR_VELOCITY];
    double cos = Math.cos(state[ANGLE]);
    double sin = Math.sin(state[ANGLE]);
    double push =
        (force + POLE_MASS * HALF_LENGTH * angularVelocity * angularVelocity * sin) / TOTAL_MASS;
    double angularAcceleration =
        (GRAVITY * sin - cos * push)
            / (HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * cos * cos / TOTAL_MASS));
    double acceleration = push - POLE_MASS * HALF_LENGTH * angularAcceleration * cos / TOTAL_MASS;
    state[POSITION] += SECONDS * state[VELOCITY];
    state[VELOCITY] += SECONDS * acceleration;
    state[ANGLE] += SECONDS * angularVelocity;
    state[ANGULAR_VELOCITY] += SECONDS * angularAcceleration;
    return Step.of(observation(), 1, fallen());
  }

  private boolean fallen() {
    return Math.abs(state[POSITION]) > MAX_POSITION || Math.abs(state[ANGLE]) > MAX_ANGLE;
  }
}
