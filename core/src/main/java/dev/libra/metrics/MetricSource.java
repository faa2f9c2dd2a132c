package dev.libra.metrics;

import java.util.Optional;

/** Where the control loop gets a service's latest sample. */
public interface MetricSource {

  /** The latest sample, however old (see {@link Sample#age}); empty before the first. */
  Optional<Sample> latest(String service);
}
