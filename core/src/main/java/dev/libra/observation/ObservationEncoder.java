package dev.libra.observation;

import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import java.util.List;

/**
 * Turns an observation into numbers that mean the same for any service.
 *
 * <p>Layout {@value #LAYOUT}: CPU (fraction of the limit); P95 as a multiple of the SLO; error
 * rate; requests/s per ready replica as a share of one replica's nominal capacity (concurrency ÷
 * service time); ready, starting and desired replicas as shares of the maximum.
 */
public final class ObservationEncoder {
  /** Name and version of the layout. */
  public static final String LAYOUT = "libra-1";

  public EncodedObservation encode(Observation observation) {
    ServiceSpec service = observation.service();
    Sample sample = observation.sample();
    double max = service.maxReplicas();
    return new EncodedObservation(
        LAYOUT,
        List.of(
            sample.cpu(),
            sample.p95Ms() / service.sloMs(),
            sample.errorRate(),
            sample.requestsPerSecond() / Math.max(1, sample.ready()) / capacity(service),
            sample.ready() / max,
            sample.starting() / max,
            observation.desired() / max));
  }

  private static double capacity(ServiceSpec service) {
    // Below 1 ms the bulkhead is no longer what limits a replica.
    return service.concurrency() * 1000.0 / Math.max(1, service.serviceTimeMs());
  }
}
