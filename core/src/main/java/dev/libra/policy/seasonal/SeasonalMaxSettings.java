package dev.libra.policy.seasonal;

import dev.libra.fleet.Check;
import dev.libra.policy.sizing.Durations;
import dev.libra.policy.sizing.RateTarget;
import java.time.Duration;

/**
 * Parameters of {@link SeasonalMaxPolicy}.
 *
 * @param target requests/s that one replica should get
 * @param period after which load is expected to repeat, such as a day
 * @param slot resolution of the memory; the period holds 1 to 100 000 of them
 * @param lookahead how far ahead of now the maximum is taken, at least the start-up delay
 * @param seasons how many past periods are remembered
 * @param window time over which the present rate's maximum is taken: the floor, and all there is
 *     before a period has passed
 */
public record SeasonalMaxSettings(
    RateTarget target,
    Duration period,
    Duration slot,
    Duration lookahead,
    int seasons,
    Duration window) {

  public SeasonalMaxSettings {
    Check.present("target", target);
    Durations.positive("period", period);
    Durations.positive("slot", slot);
    Check.between("slots of the period", period.toMillis() / slot.toMillis(), 1L, 100_000L);
    if (period.toMillis() % slot.toMillis() != 0) {
      throw new IllegalArgumentException(
          "period must be a multiple of the slot, were: " + period + " and " + slot);
    }
    Durations.notNegative("lookahead", lookahead);
    Check.between("seasons", seasons, 1, 100);
    Durations.positive("window", window);
  }

  /** A day in minutes, the last week remembered, a minute ahead, 70 % of the nominal rate. */
  public static SeasonalMaxSettings stock() {
    return new SeasonalMaxSettings(
        RateTarget.ofUtilization(0.7),
        Duration.ofDays(1),
        Duration.ofMinutes(1),
        Duration.ofMinutes(1),
        7,
        Duration.ofMinutes(1));
  }

  int slots() {
    return (int) (period.toMillis() / slot.toMillis());
  }
}
