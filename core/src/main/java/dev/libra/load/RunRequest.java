package dev.libra.load;

import dev.libra.fleet.Check;

/**
 * What to run.
 *
 * @param service only calls of this service, or null for the mix of all
 * @param rateScale multiplies the rates
 * @param timeScale plays the curve this many times as fast
 * @param durationS ends the run after so long, or null for the scenario's own duration
 */
public record RunRequest(
    String scenario, String service, double rateScale, double timeScale, Double durationS) {

  public RunRequest {
    Check.name("scenario", scenario);
    if (service != null) {
      Check.name("service", service);
    }
    Check.between("rateScale", rateScale, 0.001, 1000);
    Check.between("timeScale", timeScale, 0.001, 10_000);
    if (durationS != null) {
      Check.between("durationS", durationS, 1, 7 * 86_400);
    }
  }

  public static RunRequest of(String scenario) {
    return new RunRequest(scenario, null, 1, 1, null);
  }
}
