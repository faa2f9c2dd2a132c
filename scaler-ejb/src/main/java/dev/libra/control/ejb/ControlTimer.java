package dev.libra.control.ejb;

import dev.libra.control.ControlLoop;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Decides every 2 s, between two ticks of the metrics. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ControlTimer {
  @Inject private ControlLoop loop;

  @Schedule(hour = "*", minute = "*", second = "1/2", persistent = false, info = "control tick")
  void tick() {
    loop.tick();
  }
}
