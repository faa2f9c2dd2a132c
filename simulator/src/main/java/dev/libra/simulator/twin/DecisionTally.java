package dev.libra.simulator.twin;

import dev.libra.decision.Decision;
import dev.libra.decision.DecisionLog;
import dev.libra.decision.DecisionQuery;
import dev.libra.decision.Outcome;
import dev.libra.metrics.Subscription;
import java.util.List;
import java.util.function.Consumer;

/** Tells a listener each decision and keeps none. */
final class DecisionTally implements DecisionLog {
  private final Consumer<Decision> listener;

  DecisionTally(Consumer<Decision> listener) {
    this.listener = listener;
  }

  @Override
  public void append(Decision decision) {
    listener.accept(decision);
  }

  @Override
  public void settle(String id, Outcome outcome) {
    // Nothing is kept that an outcome could be added to.
  }

  @Override
  public List<Decision> query(DecisionQuery query) {
    return List.of();
  }

  @Override
  public Subscription follow(Consumer<Decision> follower) {
    throw new UnsupportedOperationException("the listener is given to the constructor");
  }
}
