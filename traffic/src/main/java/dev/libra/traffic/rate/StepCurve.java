package dev.libra.traffic.rate;

import dev.libra.fleet.Check;
import java.util.Arrays;

/** One rate per step of equal length, as traces have it. */
public final class StepCurve implements RateCurve {
  private final double[] rates;
  private final double stepS;

  /**
   * @param rates requests/s of each step
   * @param stepS length of a step in s
   */
  public StepCurve(double[] rates, double stepS) {
    if (rates.length == 0) {
      throw new IllegalArgumentException("a curve needs at least one step");
    }
    for (double rate : rates) {
      Check.between("rate", rate, 0, 1e6);
    }
    this.rates = rates.clone();
    this.stepS = Check.between("step in s", stepS, 0.001, 1e6);
  }

  @Override
  public double at(double seconds) {
    int step = (int) (seconds / stepS);
    return step < 0 || step >= rates.length ? 0 : rates[step];
  }

  @Override
  public double durationS() {
    return rates.length * stepS;
  }

  @Override
  public double maxRate() {
    return Arrays.stream(rates).max().orElse(0);
  }
}
