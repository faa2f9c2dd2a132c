package dev.libra.metrics.ejb;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Ends a tick every 2 s. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MetricsTimer {
  @Inject private MetricsCollector collector;

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void tick() {
    collector.tick();
  }
}
