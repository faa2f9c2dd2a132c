package dev.libra.control.ejb;

import dev.libra.decision.mongo.MongoDecisions;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Deletes outdated decisions; apart from {@link ControlTimer}, because it waits for MongoDB. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DecisionRetentionTimer {
  @Inject private MongoDecisions decisions;

  @Schedule(hour = "*", minute = "5/10", second = "17", persistent = false)
  void deleteOutdated() {
    decisions.deleteOutdated();
  }
}
