package dev.libra.observation;

import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import java.util.Arrays;

/**
 * How long requests hold their places, as a multiple of what is configured, as it can be seen from
 * outside: by the mean latency of the quickest tenth of the last five minutes' samples, in which
 * hardly any request had to wait; or, while nearly all of them wait, by how many are answered. Not
 * thread-safe.
 */
final class Pace {
  private static final double QUICKEST = 0.1;
  private static final double MEMORY_S = 300;
  private static final double LOWEST = 0.5;
  private static final double HIGHEST = 4;

  /** Requests that take so many times as long as they hold a place have had to wait. */
  private static final double WAITING = 2;

  /** So many samples in a row tell how slow requests have become. */
  private static final int ENOUGH = 3;

  private final History factors = new History();
  private final double[] busy = new double[ENOUGH];
  private int samples;
  private int ready;
  private boolean seen;
  private double factor = 1;

  /** Adds what is seen now, later than all before. */
  void add(Observation observation) {
    Sample sample = observation.sample();
    if (sample.requestsPerSecond() > 0) {
      factors.add(observation.at(), sample.meanMs() / configuredMs(observation.service()));
      seen = true;
    }
    if (seen) {
      double usual = factors.quantile(QUICKEST, MEMORY_S);
      busy[samples++ % ENOUGH] = byThroughput(observation, within(usual));
      factor = within(usual);
    }
    ready = sample.ready();
  }

  /**
   * The places that were there by those that the requests would have held as configured; 0 if
   * places may have been free. Only places that were there all the time count.
   */
  private double byThroughput(Observation observation, double before) {
    Sample sample = observation.sample();
    ServiceSpec service = observation.service();
    double configuredMs = configuredMs(service);
    boolean allWait =
        sample.p95Ms() > service.sloMs() && sample.meanMs() > WAITING * before * configuredMs;
    double held = sample.requestsPerSecond() * configuredMs / 1000;
    int places = service.concurrency() * Math.min(ready, sample.ready());
    return allWait && held > 0 ? places / held : 0;
  }

  private double within(double usual) {
    double slowed = Arrays.stream(busy).min().orElse(0);
    return Math.max(LOWEST, Math.min(HIGHEST, Math.max(usual, slowed)));
  }

  /** Below 1 ms the bulkhead is no longer what limits a replica. */
  private static double configuredMs(ServiceSpec service) {
    return Math.max(1, service.serviceTimeMs());
  }

  /** From 0.5 to 4; 1 until something was seen. */
  double factor() {
    return factor;
  }

  /** How long a request holds its place. */
  double seconds(ServiceSpec service) {
    return factor * configuredMs(service) / 1000;
  }
}
