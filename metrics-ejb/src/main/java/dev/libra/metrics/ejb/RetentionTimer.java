package dev.libra.metrics.ejb;

import dev.libra.metrics.mongo.MongoSampleLog;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Deletes outdated samples; apart from {@link MetricsTimer}, because it waits for MongoDB. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionTimer {
  @Inject private MongoSampleLog log;

  @Schedule(hour = "*", minute = "*/10", second = "7", persistent = false)
  void deleteOutdated() {
    log.deleteOutdated();
  }
}
