package dev.libra.environment.control;

/**
 * The acrobot's equations of motion, for links of 1 m and 1 kg with their centre of mass half-way
 * and a moment of inertia of 1 kg m².
 */
final class AcrobotDynamics {
  private static final double GRAVITY = 9.8;
  private static final double LENGTH = 1;
  private static final double CENTRE = 0.5;
  private static final double MASS = 1;
  private static final double INERTIA = 1;

  private AcrobotDynamics() {}

  /** One classical Runge-Kutta step (RK4) with a constant torque on the second joint. */
  static double[] integrate(double[] state, double torque, double seconds) {
    double[] k1 = derivative(state, torque);
    double[] k2 = derivative(along(state, k1, seconds / 2), torque);
    double[] k3 = derivative(along(state, k2, seconds / 2), torque);
    double[] k4 = derivative(along(state, k3, seconds), torque);
    double[] next = new double[state.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = state[i] + seconds / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return next;
  }

  private static double[] along(double[] state, double[] slope, double seconds) {
    double[] moved = new double[state.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = state[i] + seconds * slope[i];
    }
    return moved;
  }

  private static double[] derivative(double[] state, double torque) {
    double angle1 = state[0];
    double angle2 = state[1];
    double velocity1 = state[2];
    double velocity2 = state[3];
    double arm = MASS * LENGTH * CENTRE;
    double d1 =
        MASS * CENTRE * CENTRE
            + MASS * (LENGTH * LENGTH + CENTRE * CENTRE)
            + 2 * arm * Math.cos(angle2)
            + 2 * INERTIA;
    double d2 = MASS * CENTRE * CENTRE + arm * Math.cos(angle2) + INERTIA;
    double phi2 = MASS * CENTRE * GRAVITY * Math.cos(angle1 + angle2 - Math.PI / 2);
    double phi1 =
        -arm * velocity2 * velocity2 * Math.sin(angle2)
            - 2 * arm * velocity2 * velocity1 * Math.sin(angle2)
            + (MASS * CENTRE + MASS * LENGTH) * GRAVITY * Math.cos(angle1 - Math.PI / 2)
            + phi2;
    double acceleration2 =
        (torque + d2 / d1 * phi1 - arm * velocity1 * velocity1 * Math.sin(angle2) - phi2)
            / (MASS * CENTRE * CENTRE + INERTIA - d2 * d2 / d1);
    double acceleration1 = -(d2 * acceleration2 + phi1) / d1;
    return new double[] {velocity1, velocity2, acceleration1, acceleration2};
  }
}
