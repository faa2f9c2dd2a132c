package dev.libra.metrics;

import dev.libra.fleet.Check;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps the newest samples of each service in memory. */
public final class InMemorySampleLog implements SampleLog {
  private final int capacity;
  private final Map<String, Deque<Sample>> newestFirst = new HashMap<>();
  private final Followers<Sample> followers = new Followers<>();

  /**
   * @param capacity samples kept per service
   */
  public InMemorySampleLog(int capacity) {
    this.capacity = (int) Check.between("capacity", capacity, 1, 10_000_000);
  }

  @Override
  public void append(Sample sample) {
    synchronized (this) {
      Deque<Sample> samples =
          newestFirst.computeIfAbsent(sample.service(), s -> new ArrayDeque<>());
      samples.addFirst(sample);
      if (samples.size() > capacity) {
        samples.removeLast();
      }
    }
    followers.tell(sample);
  }

  @Override
  public synchronized List<Sample> query(String service, Instant since, int limit) {
    return newestFirst.getOrDefault(service, new ArrayDeque<>()).stream()
        .filter(s -> !s.at().isBefore(since))
        .limit(limit)
        .toList();
  }

  @Override
  public Subscription follow(Consumer<Sample> listener) {
    return followers.add(listener);
  }
}
