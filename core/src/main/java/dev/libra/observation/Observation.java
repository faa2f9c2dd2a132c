package dev.libra.observation;

import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import java.time.Duration;
import java.time.Instant;

/**
 * One service at the moment of a decision.
 *
 * @param sample the latest one
 * @param age how old the sample is
 * @param desired replicas that are wanted at present, running or not
 * @param at now
 * @param lastChange when the wanted count was last changed, or null when it never was
 */
public record Observation(
    ServiceSpec service, Sample sample, Duration age, int desired, Instant at, Instant lastChange) {

  public Observation {
    Check.present("service", service);
    Check.present("sample", sample);
    Check.present("age", age);
    Check.between("desired", desired, 0, 1000);
    Check.present("at", at);
  }

  /** The wanted count was never changed. */
  public Observation(ServiceSpec service, Sample sample, Duration age, int desired, Instant at) {
    this(service, sample, age, desired, at, null);
  }
}
