package dev.libra.control;

import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import java.time.Duration;

/**
 * One service as an operator sees it.
 *
 * @param sample the latest, or null before the first
 * @param sampleAge null without a sample
 * @param stale whether the sample is missing or too old to act on
 * @param policy the policy's name
 * @param costPerHour of the replicas that run now
 * @param cost since control was started
 */
public record ServiceStatus(
    ServiceSpec service,
    int desired,
    int ready,
    int starting,
    int draining,
    Sample sample,
    Duration sampleAge,
    boolean stale,
    String policy,
    Mode mode,
    double costPerHour,
    double cost) {

  public ServiceStatus {
    Check.present("service", service);
    Check.text("policy", policy);
    Check.present("mode", mode);
  }
}
