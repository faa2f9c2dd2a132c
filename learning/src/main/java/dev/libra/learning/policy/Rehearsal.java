package dev.libra.learning.policy;

import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import dev.libra.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Has a policy decide about a service that doesn't exist, so that its classes are loaded and
 * compiled when the first service waits for it.
 */
final class Rehearsal {
  /**
   * Beyond those after which a JVM compiles for good: after a tenth of them it does so only with
   * counters, and the first minutes of a service's decisions take twice as long.
   */
  private static final int DECISIONS = 3000;

  private static final ServiceSpec SERVICE =
      new ServiceSpec("rehearsal", 1, 4, 300, 4, 60, 0.12, 0.05);

  private Rehearsal() {}

  /**
   * @param policy is of no use afterwards: it remembers this service
   */
  static void of(LearnedPolicy policy) {
    for (int i = 0; i < DECISIONS; i++) {
      Observation observation = observation(i);
      policy.doubt(observation);
      policy.propose(observation);
    }
  }

  private static Observation observation(int number) {
    Instant at = Instant.EPOCH.plusSeconds(2L * number);
    int requestsPerSecond = number % 100;
    Sample sample =
        new Sample(
            SERVICE.name(), at, requestsPerSecond, 70, 100, 150, 0, 0.5, 1 << 28, 4, List.of());
    return new Observation(
        SERVICE, sample, Duration.ofSeconds(1), 1 + number % SERVICE.maxReplicas(), at);
  }
}
