package dev.libra.control;

import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import dev.libra.policy.PolicyId;
import java.time.Duration;
import java.util.List;

/**
 * One service as an operator sees it.
 *
 * @param sample the latest, or null before the first
 * @param sampleAge null without a sample
 * @param stale whether the sample is missing or too old to act on
 * @param policy the one that is to decide in mode active
 * @param standIn whether a rule stood in for the policy that acts at the last tick
 * @param agreements of the policies that are asked without acting
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
    PolicyId policy,
    boolean standIn,
    List<Agreement> agreements,
    Mode mode,
    double costPerHour,
    double cost) {

  public ServiceStatus {
    Check.present("service", service);
    Check.present("policy", policy);
    agreements = List.copyOf(agreements);
    Check.present("mode", mode);
  }
}
