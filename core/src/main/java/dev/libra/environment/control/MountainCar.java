package dev.libra.environment.control;

import dev.libra.environment.ActionSpace;
import dev.libra.environment.Environment;
import dev.libra.environment.ObservationSpace;
import dev.libra.environment.ObservationSpace.Feature;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.Step;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A car too weak for the hill that it has to climb by swinging: reward −1 per step until the top.
 *
 * <p>Moore: "Efficient memory-based learning for robot control", 1990; constants of Gymnasium's
 * MountainCar-v0.
 */
public final class MountainCar implements Environment {
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

  private final SeededRandom random = new SeededRandom(0);
  private double position;
  private double velocity;

  @Override
  public ObservationSpace observationSpace() {
    return OBSERVATIONS;
  }

  @Override
  public ActionSpace actionSpace() {
    return ACTIONS;
  }

  @Override
  public double[] reset(long seed) {
    random.seed(seed);
    return reset();
  }

  @Override
  public double[] reset() {
    position = random.nextDouble(-0.6, -0.4);
    velocity = 0;
    return observation();
  }

  @Override
  public Step step(int action) {
    double push = (ACTIONS.check(action) - 1) * FORCE;
    velocity = clamp(velocity + push - Math.cos(3 * position) * GRAVITY, -MAX_SPEED, MAX_SPEED);
    position = clamp(position + velocity, MIN_POSITION, MAX_POSITION);
    if (position == MIN_POSITION && velocity < 0) {
      velocity = 0;
    }
    return Step.of(observation(), -1, position >= GOAL && velocity >= 0);
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  private double[] observation() {
    return new double[] {position, velocity};
  }

  @Override
  public void save(DataOutput out) throws IOException {
    random.save(out);
    out.writeDouble(position);
    out.writeDouble(velocity);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    random.restore(in);
    position = in.readDouble();
    velocity = in.readDouble();
  }
}
