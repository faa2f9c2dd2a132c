package dev.libra.policy.holtwinters;

/**
 * Additive triple exponential smoothing with a damped trend.
 *
 * <pre>
 * level  ℓ = α (y − s) + (1 − α)(ℓ' + φ b')
 * trend  b = β (ℓ − ℓ') + (1 − β) φ b'
 * season s = γ (y − ℓ' − φ b') + (1 − γ) s'
 * forecast of h steps: ℓ + (φ + φ² + … + φʰ) b + s of that step
 * </pre>
 *
 * <p>C. C. Holt 1957; P. R. Winters, Management Science 6(3), 1960; the damping of E. S. Gardner
 * and E. McKenzie 1985; in the form of R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles
 * and Practice, 3rd ed., 8.3, https://otexts.com/fpp3/holt-winters.html. The first season starts
 * from 0, so that it is Holt's damped trend until one has passed.
 */
final class HoltWinters {
  private final double alpha;
  private final double beta;
  private final double gamma;
  private final double damping;
  private final double[] seasonal;
  private double level;
  private double trend;
  private long steps;

  HoltWinters(double alpha, double beta, double gamma, double damping, int season) {
    this.alpha = alpha;
    this.beta = beta;
    this.gamma = season > 1 ? gamma : 0;
    this.damping = damping;
    this.seasonal = new double[season];
  }

  /** Takes the next value of the series. */
  void add(double value) {
    if (steps == 0) {
      level = value;
    } else {
      int index = (int) (steps % seasonal.length);
      double expected = level + damping * trend;
      double before = level;
      level = alpha * (value - seasonal[index]) + (1 - alpha) * expected;
      trend = beta * (level - before) + (1 - beta) * damping * trend;
      seasonal[index] = gamma * (value - expected) + (1 - gamma) * seasonal[index];
    }
    steps++;
  }

  /** The value expected {@code ahead} steps after the last one; may be negative. */
  double forecast(int ahead) {
    double damped = 0;
    double factor = damping;
    for (int h = 1; h <= ahead; h++) {
      damped += factor;
      factor *= damping;
    }
    return level + damped * trend + seasonal[(int) ((steps - 1 + ahead) % seasonal.length)];
  }

  boolean isEmpty() {
    return steps == 0;
  }
}
