package dev.libra.control.ejb;

import dev.libra.decision.Decision;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Writes each change of a service's replicas into the server's log, when it is made. */
final class ChangeJournal implements Consumer<Decision> {
  private static final Logger LOG = System.getLogger(ChangeJournal.class.getName());

  @Override
  public void accept(Decision decision) {
    // A decision is told again when it has settled.
    if (decision.changed() && decision.outcome() == null) {
      LOG.log(Level.INFO, decision.sentence());
    }
  }
}
