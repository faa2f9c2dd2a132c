package dev.libra.decision.mongo;

import dev.libra.decision.Decision;
import dev.libra.decision.Outcome;

/** One write that the store has still to see. */
sealed interface LogEntry {

  /** A decision was made. */
  record Appended(Decision decision) implements LogEntry {}

  /** It is known what came of a decision. */
  record Settled(String id, Outcome outcome) implements LogEntry {}
}
