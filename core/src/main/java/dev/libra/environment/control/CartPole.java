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
 * A pole balanced on a cart that is pushed left or right: reward 1 per step, terminal beyond 2.4
 * units or 12°.
 *
 * <p>Barto, Sutton, Anderson: "Neuronlike adaptive elements that can solve difficult learning
 * control problems", 1983, equations of the appendix without friction; constants of Gymnasium's
 * CartPole-v1. Lengths in m, masses in kg, angles in rad.
 */
public final class CartPole implements Environment {
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

  private final SeededRandom random = new SeededRandom(0);
  private double position;
  private double velocity;
  private double angle;
  private double angularVelocity;

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
    position = random.nextDouble(-0.05, 0.05);
    velocity = random.nextDouble(-0.05, 0.05);
    angle = random.nextDouble(-0.05, 0.05);
    angularVelocity = random.nextDouble(-0.05, 0.05);
    return observation();
  }

  @Override
  public Step step(int action) {
    double force = ACTIONS.check(action) == 1 ? FORCE : -FORCE;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double push =
        (force + POLE_MASS * HALF_LENGTH * angularVelocity * angularVelocity * sin) / TOTAL_MASS;
    double angularAcceleration =
        (GRAVITY * sin - cos * push)
            / (HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * cos * cos / TOTAL_MASS));
    double acceleration = push - POLE_MASS * HALF_LENGTH * angularAcceleration * cos / TOTAL_MASS;
    position += SECONDS * velocity;
    velocity += SECONDS * acceleration;
    angle += SECONDS * angularVelocity;
    angularVelocity += SECONDS * angularAcceleration;
    return Step.of(observation(), 1, fallen());
  }

  private boolean fallen() {
    return Math.abs(position) > MAX_POSITION || Math.abs(angle) > MAX_ANGLE;
  }

  private double[] observation() {
    return new double[] {position, velocity, angle, angularVelocity};
  }

  @Override
  public void save(DataOutput out) throws IOException {
    random.save(out);
    for (double value : observation()) {
      out.writeDouble(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    random.restore(in);
    position = in.readDouble();
    velocity = in.readDouble();
    angle = in.readDouble();
    angularVelocity = in.readDouble();
  }
}
