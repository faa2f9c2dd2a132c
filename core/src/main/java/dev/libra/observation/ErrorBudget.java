package dev.libra.observation;

import dev.libra.fleet.Check;
import java.time.Duration;
import java.time.Instant;

/**
 * The error budget of a service as its samples show it (Beyer et al. 2016, Site Reliability
 * Engineering, chapter 3): late requests spend it, and time gives it back at the pace at which they
 * are allowed. Not thread-safe.
 *
 * <p>Of a sample whose P95 is over the SLO the {@link LateShare} counts, and weighs as much as its
 * requests do among those of the last half hour: an SLO on the P95 counts requests.
 *
 * <p>To whoever takes what is spent for the price of late requests this is the multiplier of a
 * constraint, raised where it is violated and lowered where it isn't (Stooke, Achiam and Abbeel
 * 2020, ICML, https://arxiv.org/abs/2007.03964). The budget is that of the time for which the
 * service has been seen, so the steps become smaller: a price that swings costs more than a steady
 * one of the same mean. What it settles on is as high as the load needs, but never less than a
 * share, which is the larger the steadier the load is: where lateness can be avoided cheaply, it
 * is.
 */
public final class ErrorBudget implements Budget {
  /** A flood after an idle night doesn't spend the budget of a week. */
  private static final double HEAVIEST = 5;

  /** The share of late requests that an SLO on the P95 forgives. */
  public static final double STANDARD_SHARE = 0.05;

  /** Of what is allowed: so much is given back in time, and the rest is left for surprises. */
  private static final double AIM = 0.7;

  private static final LeastSpent LEAST = new LeastSpent(0.3, 1);
  private static final double INITIAL = 0.5;
  private static final double MEMORY_S = 1800;

  private final double shortestS;
  private final double longestS;
  private final double allowed;
  private final LeastSpent least;
  private final Restlessness restlessness = new Restlessness();
  private double spent;
  private double seenS;
  private double meanRate;
  private double recentlyLate;
  private Instant last;

  /**
   * @param shortest what is late at first spends the budget of so much time
   * @param longest of no more time than that is the budget ever
   * @param allowed share of late requests that the SLO forgives
   * @param least how much is taken for spent at any time
   * @param initial how much is taken for spent before anything was seen
   */
  public ErrorBudget(
      Duration shortest, Duration longest, double allowed, LeastSpent least, double initial) {
    Check.between("shortest in s", shortest.toSeconds(), 1, 1_000_000);
    Check.between("longest in s", longest.toSeconds(), shortest.toSeconds(), 1_000_000);
    Check.between("allowed", allowed, 1e-6, 1);
    Check.between("initial", initial, least.rough(), 1);
    this.shortestS = shortest.toMillis() / 1000.0;
    this.longestS = longest.toMillis() / 1000.0;
    this.allowed = allowed;
    this.least = least;
    this.spent = initial;
  }

  /** What an SLO on the P95 forgives: 5 % late requests. */
  public static ErrorBudget standard() {
    return allowing(STANDARD_SHARE);
  }

  /**
   * That of 20 minutes at first and of three hours later, of which half is taken for spent at
   * first, and then at any time three tenths on rough load and all of it on steady load.
   *
   * @param share of late requests that the SLO forgives
   */
  public static ErrorBudget allowing(double share) {
    return new ErrorBudget(Duration.ofMinutes(20), Duration.ofHours(3), share, LEAST, INITIAL);
  }

  /** Where more was late in the last half hour than is ever allowed, that is spent as well. */
  @Override
  public double spent(Observation observation) {
    add(observation);
    double overdrawn = Math.max(0, recentlyLate / allowed - 1);
    return Math.min(1, spent + overdrawn);
  }

  private void add(Observation observation) {
    if (last != null && !observation.at().isAfter(last)) {
      return;
    }
    double rate = observation.sample().requestsPerSecond();
    restlessness.add(observation.at(), rate);
    if (last == null) {
      meanRate = rate;
    } else {
      double passedS = Duration.between(last, observation.at()).toMillis() / 1000.0;
      account(rate, LateShare.of(observation.sample(), observation.service().sloMs()), passedS);
    }
    last = observation.at();
  }

  private void account(double rate, double late, double passedS) {
    double weight = 1 - Math.exp(-passedS / MEMORY_S);
    meanRate += weight * (rate - meanRate);
    double lateness = meanRate > 0 ? late * Math.min(HEAVIEST, rate / meanRate) : 0;
    recentlyLate += weight * (lateness - recentlyLate);
    seenS += passedS;
    double budgetS = Math.min(longestS, Math.max(shortestS, seenS));
    double change = passedS / budgetS * (lateness / (AIM * allowed) - 1);
    spent = Math.max(least.on(restlessness.value()), Math.min(1, spent + change));
  }
}
