package dev.libra.control;

import dev.libra.observation.Observation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was observed in the last five minutes, as far back as observations have features of. */
final class RecentObservations {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Deque<Observation> observations = new ArrayDeque<>();

  synchronized void add(Observation observation) {
    observations.addLast(observation);
    while (observations.getFirst().at().isBefore(observation.at().minus(KEPT))) {
      observations.removeFirst();
    }
  }

  /** Oldest first. */
  synchronized List<Observation> all() {
    return List.copyOf(observations);
  }
}
