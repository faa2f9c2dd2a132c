package dev.libra.policy.hpa;

import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Each replica's CPU averaged over the last window, as a metrics server would report it. */
final class CpuWindow {
  private final Duration length;
  private final Map<String, Deque<Reading>> readings = new HashMap<>();

  private record Reading(Instant at, double cpu) {}

  CpuWindow(Duration length) {
    this.length = length;
  }

  /** Adds the replicas' latest heartbeats; one that was seen already is not counted twice. */
  void add(Sample sample, Instant now) {
    Set<String> present =
        sample.replicas().stream().map(ReplicaSample::replica).collect(Collectors.toSet());
    readings.keySet().retainAll(present);
    for (ReplicaSample replica : sample.replicas()) {
      if (replica.heardAt() != null) {
        add(replica);
      }
    }
    readings.values().forEach(r -> r.removeIf(x -> !x.at().isAfter(now.minus(length))));
  }

  /** The mean over the window, empty when nothing was heard in it. */
  OptionalDouble mean(String replica) {
    Deque<Reading> window = readings.getOrDefault(replica, new ArrayDeque<>());
    return window.stream().mapToDouble(Reading::cpu).average();
  }

  /** When the replica's last reading was taken; call only where {@link #mean} is present. */
  Instant lastAt(String replica) {
    return readings.get(replica).getLast().at();
  }

  private void add(ReplicaSample replica) {
    Deque<Reading> window = readings.computeIfAbsent(replica.replica(), r -> new ArrayDeque<>());
    if (window.isEmpty() || window.getLast().at().isBefore(replica.heardAt())) {
      window.addLast(new Reading(replica.heardAt(), replica.cpu()));
    }
  }
}
