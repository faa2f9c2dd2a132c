package dev.libra.observation;

import dev.libra.fleet.Check;
import java.time.Duration;
import java.time.Instant;

/**
 * The error budget of a service as its samples show it: the share of late requests in about the
 * last half hour, of the share that is allowed (Beyer et al. 2016, Site Reliability Engineering,
 * chapter 3). Not thread-safe.
 *
 * <p>A sample counts as late when its P95 is over the SLO, and weighs as much as its requests do
 * among those of the memory: an SLO on the P95 counts requests.
 */
public final class ErrorBudget implements Budget {
  /** A flood after an idle night doesn't spend the budget of a week. */
  private static final double HEAVIEST = 5;

  /** The share of late requests that an SLO on the P95 forgives. */
  public static final double STANDARD_SHARE = 0.05;

  private static final double INITIAL = 0.1;

  private final double memoryS;
  private final double allowed;
  private double share;
  private double meanRate;
  private Instant last;

  /**
   * @param memory older samples are forgotten exponentially
   * @param allowed share of late requests that is all of the budget
   * @param initial how much is taken for spent before anything was seen
   */
  public ErrorBudget(Duration memory, double allowed, double initial) {
    Check.between("memory", memory.toSeconds(), 1, 1_000_000);
    Check.between("allowed", allowed, 1e-6, 1);
    Check.between("initial", initial, 0, 1);
    this.memoryS = memory.toMillis() / 1000.0;
    this.allowed = allowed;
    this.share = initial * allowed;
  }

  /** What an SLO on the P95 forgives: 5 % late requests. */
  public static ErrorBudget standard() {
    return allowing(STANDARD_SHARE);
  }

  /**
   * Half an hour's memory, a tenth of the budget spent at first.
   *
   * @param share of late requests that is all of the budget
   */
  public static ErrorBudget allowing(double share) {
    return new ErrorBudget(Duration.ofMinutes(30), share, INITIAL);
  }

  @Override
  public double spent(Observation observation) {
    add(observation);
    return Math.min(1, share / allowed);
  }

  private void add(Observation observation) {
    double rate = observation.sample().requestsPerSecond();
    if (last == null) {
      meanRate = rate;
    } else if (observation.at().isAfter(last)) {
      double weight = weight(Duration.between(last, observation.at()));
      meanRate += weight * (rate - meanRate);
      boolean late = observation.sample().p95Ms() > observation.service().sloMs();
      double heaviness = meanRate == 0 ? 0 : Math.min(HEAVIEST, rate / meanRate);
      share += weight * ((late ? heaviness : 0) - share);
    } else {
      return;
    }
    last = observation.at();
  }

  private double weight(Duration passed) {
    return 1 - Math.exp(-passed.toMillis() / 1000.0 / memoryS);
  }
}
