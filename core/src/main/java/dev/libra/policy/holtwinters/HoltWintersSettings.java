package dev.libra.policy.holtwinters;

import dev.libra.fleet.Check;
import dev.libra.policy.sizing.Durations;
import dev.libra.policy.sizing.RateTarget;
import java.time.Duration;

/**
 * Parameters of {@link HoltWintersPolicy}.
 *
 * @param target requests/s that one replica should get
 * @param alpha smoothing of the level
 * @param beta smoothing of the trend
 * @param gamma smoothing of the season
 * @param damping share of the trend that is left a step later
 * @param step time of one value of the series; rates are averaged over it
 * @param season after which load is expected to repeat, a multiple of the step; as long as one step
 *     for no season
 * @param horizon how far ahead the highest forecast is taken, at least the start-up delay
 * @param headroom share added to the forecast
 * @param downStabilization a scale-down goes no lower than the highest recommendation in this time
 */
public record HoltWintersSettings(
    RateTarget target,
    double alpha,
    double beta,
    double gamma,
    double damping,
    Duration step,
    Duration season,
    Duration horizon,
    double headroom,
    Duration downStabilization) {

  public HoltWintersSettings {
    Check.present("target", target);
    Check.between("alpha", alpha, 0.001, 1);
    Check.between("beta", beta, 0, 1);
    Check.between("gamma", gamma, 0, 1);
    Check.between("damping", damping, 0, 1);
    Durations.positive("step", step);
    Durations.positive("season", season);
    Check.between("steps of the season", season.toMillis() / step.toMillis(), 1L, 100_000L);
    if (season.toMillis() % step.toMillis() != 0) {
      throw new IllegalArgumentException(
          "season must be a multiple of the step, were: " + season + " and " + step);
    }
    Durations.notNegative("horizon", horizon);
    Check.between("steps of the horizon", horizon.toMillis() / step.toMillis(), 0L, 10_000L);
    Check.between("headroom", headroom, 0, 10);
    Durations.notNegative("downStabilization", downStabilization);
  }

  /** A day in steps of 10 s, a minute ahead, 70 % of the nominal rate. */
  public static HoltWintersSettings stock() {
    return new HoltWintersSettings(
        RateTarget.ofUtilization(0.7),
        0.3,
        0.05,
        0.2,
        0.9,
        Duration.ofSeconds(10),
        Duration.ofDays(1),
        Duration.ofSeconds(60),
        0.1,
        Duration.ofSeconds(120));
  }

  int seasonSteps() {
    return (int) (season.toMillis() / step.toMillis());
  }

  int horizonSteps() {
    return Math.max(1, (int) Math.ceil((double) horizon.toMillis() / step.toMillis()));
  }
}
