package dev.libra.policy;

import dev.libra.TestData;
import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import dev.libra.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Observations of a service with a given load, for tests of policies. */
public final class Loads {
  /** 1 to 20 replicas of 8 places and 60 ms. */
  public static final ServiceSpec SEARCH = TestData.service("search", 1, 20);

  private Loads() {}

  /** All replicas ready, 100 ms on average, the sample fresh. */
  public static Observation of(Instant now, double rate, int replicas) {
    return of(now, rate, 100, replicas, replicas, Duration.ZERO);
  }

  public static Observation of(
      Instant now, double rate, double meanMs, int ready, int desired, Duration age) {
    Instant at = now.minus(age);
    List<ReplicaSample> replicas =
        IntStream.rangeClosed(1, ready)
            .mapToObj(i -> TestData.replica("search-" + i, ReplicaState.READY, 0.5, at))
            .toList();
    Sample sample = new Sample("search", at, rate, meanMs, 120, 150, 0, 0.5, 1, 1, replicas);
    return new Observation(SEARCH, sample, age, desired, now);
  }
}
