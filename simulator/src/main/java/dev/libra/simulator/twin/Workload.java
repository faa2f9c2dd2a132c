package dev.libra.simulator.twin;

import dev.libra.fleet.Check;
import dev.libra.simulator.trace.Trace;

/**
 * What arrives: the same seed gives the same requests, with the same service times in the order of
 * arrival, whatever the policy does (paired replays).
 *
 * @param trace intended requests/s
 * @param seed of arrivals and service times
 * @param disturbances what goes wrong meanwhile
 */
public record Workload(Trace trace, long seed, Disturbances disturbances) {

  public Workload {
    Check.present("trace", trace);
    Check.present("disturbances", disturbances);
  }

  /** Nothing goes wrong. */
  public static Workload of(Trace trace, long seed) {
    return new Workload(trace, seed, Disturbances.NONE);
  }
}
