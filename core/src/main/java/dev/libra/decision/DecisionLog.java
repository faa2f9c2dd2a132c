package dev.libra.decision;

import dev.libra.metrics.Subscription;
import java.util.List;
import java.util.function.Consumer;

/** Keeps every decision. */
public interface DecisionLog {

  /** Takes the decision without waiting for the store behind; the same one again does no harm. */
  void append(Decision decision);

  /** Adds the outcome to a decision that was appended before; an unknown id is passed over. */
  void settle(String id, Outcome outcome);

  /** Newest first. */
  List<Decision> query(DecisionQuery query);

  /** Calls the listener with each decision appended or settled from now on. */
  Subscription follow(Consumer<Decision> listener);
}
