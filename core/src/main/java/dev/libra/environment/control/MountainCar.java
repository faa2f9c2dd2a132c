package dev.libra.environment.control;

import dev.libra.environment.ActionSpace;
import dev.libra.environment.ObservationSpace;
import dev.libra.environment.ObservationSpace.Feature;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.Step;

/**
 * A car too weak for the hill that it has to climb by swinging: reward −1 per step until the top.
 *
 * <p>Moore: "Efficient memory-based learning for robot control", 1990; constants of Gymnasium's
 * MountainCar-v0.
 */
public final class MountainCar extends ControlTask {
  static final double MIN_POSITION = -1.2;
  static final double MAX_POSITION = 0.6;
  static final double MAX_SPEED = 0.07;
  static final double GOAL = 0.5;
  static final double FORCE = 0.001;
  static final double GRAVITY = 0.0025;
  private static final ActionSpace ACTIONS = ActionSpace.of("left", "none", "right");
  private static final ObservationSpace OBSERVATIONS =
      ObservationSpace.of(
          new Feature("position", MIN_POSITION, MAX_POSITION),
          Feature.symmetric("velocity", MAX_SPEED));

  private static final int POSITION = 0;
  private static final int VELOCITY = 1;

  public MountainCar() {
    super(OBSERVATIONS, ACTIONS, 2);
  }

  @Override
  void begin(SeededRandom random) {
    state[POSITION] = random.nextDouble(-0.6, -0.4);
    state[VELOCITY] = 0;
  }

  @Override
  public Step step(int action) {
    double push = (ACTIONS.check(action) - 1) * FORCE;
    double velocity = state[VELOCITY];
    double position = state[POSITION];
    velocity = clamp(velocity + push - Math.cos(3 * position) * GRAVITY, -MAX_SPEED, MAX_SPEED);
    position = clamp(position + velocity, MIN_POSITION, MAX_POSITION);
    if (position == MIN_POSITION && velocity < 0) {
      velocity = 0;
    }
    state[POSITION] = position;
    state[VELOCITY] = velocity;
    return Step.of(observation(), -1, position >= GOAL && velocity >= 0);
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
