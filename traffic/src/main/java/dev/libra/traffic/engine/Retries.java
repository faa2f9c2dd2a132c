package dev.libra.traffic.engine;

import dev.libra.fleet.Check;

/**
 * What clients do about a failure.
 *
 * @param most repeats of one request; each counts as a request of its own
 * @param delayS from the failure to the repeat
 */
public record Retries(int most, double delayS) {
  public static final Retries NONE = new Retries(0, 0);

  public Retries {
    Check.between("retries", most, 0, 100);
    Check.between("retry delay in s", delayS, 0, 3600);
  }
}
