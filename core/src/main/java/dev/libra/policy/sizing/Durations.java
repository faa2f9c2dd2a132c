package dev.libra.policy.sizing;

import dev.libra.fleet.Check;
import java.time.Duration;

/** Checks of durations in policies' settings. */
public final class Durations {
  private static final double MAX_S = 366 * 86_400.0;

  private Durations() {}

  /** Accepts more than 0 and up to 366 days. */
  public static Duration positive(String what, Duration value) {
    notNegative(what, value);
    if (value.isZero()) {
      throw new IllegalArgumentException(what + " must be longer than 0 s");
    }
    return value;
  }

  /** Accepts 0 and up to 366 days. */
  public static Duration notNegative(String what, Duration value) {
    Check.between(what + " in s", Check.present(what, value).toMillis() / 1000.0, 0, MAX_S);
    return value;
  }
}
