package dev.libra.service;

import java.util.random.RandomGenerator;

/**
 * A log-normal distribution, the usual shape of service times: {@code median * exp(sigma * z)} with
 * a standard normal {@code z}.
 *
 * @param median in the unit of what is drawn; 0 always draws 0
 * @param sigma standard deviation of the logarithm; 0 always draws the median
 */
public record LogNormal(double median, double sigma) {

  public LogNormal {
    if (!(median >= 0 && median <= 600_000)) {
      throw new IllegalArgumentException("median must be within 0-600000, was: " + median);
    }
    if (!(sigma >= 0 && sigma <= 3)) {
      throw new IllegalArgumentException("sigma must be within 0-3, was: " + sigma);
    }
  }

  public double draw(RandomGenerator random) {
    return median * Math.exp(sigma * random.nextGaussian());
  }
}
