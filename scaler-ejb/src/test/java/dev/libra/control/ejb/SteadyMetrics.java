package dev.libra.control.ejb;

import dev.libra.metrics.MetricSource;
import dev.libra.metrics.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A service that is always a little busy. */
@ApplicationScoped
public class SteadyMetrics implements MetricSource {

  @Override
  public Optional<Sample> latest(String service) {
    return Optional.of(
        new Sample(service, Instant.now(), 10, 60, 80, 90, 0, 0.5, 1 << 20, 1, List.of()));
  }
}
