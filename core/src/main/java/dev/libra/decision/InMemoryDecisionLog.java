package dev.libra.decision;

import dev.libra.fleet.Check;
import dev.libra.metrics.Followers;
import dev.libra.metrics.Subscription;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps the newest decisions in memory. */
public final class InMemoryDecisionLog implements DecisionLog {
  private final int capacity;
  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private final Followers<Decision> followers = new Followers<>();

  public InMemoryDecisionLog(int capacity) {
    this.capacity = (int) Check.between("capacity", capacity, 1, 10_000_000);
  }

  @Override
  public void append(Decision decision) {
    synchronized (this) {
      decisions.put(decision.id(), decision);
      if (decisions.size() > capacity) {
        decisions.remove(decisions.keySet().iterator().next());
      }
    }
    followers.tell(decision);
  }

  @Override
  public void settle(String id, Outcome outcome) {
    Decision settled;
    synchronized (this) {
      settled = decisions.computeIfPresent(id, (i, d) -> d.withOutcome(outcome));
    }
    if (settled != null) {
      followers.tell(settled);
    }
  }

  @Override
  public synchronized List<Decision> query(DecisionQuery query) {
    return decisions.values().stream()
        .filter(query::matches)
        .sorted(Comparator.comparing(Decision::at).thenComparing(Decision::service).reversed())
        .limit(query.limit())
        .toList();
  }

  @Override
  public Subscription follow(Consumer<Decision> listener) {
    return followers.add(listener);
  }
}
