package dev.libra.exporter;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/**
 * Sends one heartbeat per call of {@link #run}. Whatever goes wrong stays here: the service goes on
 * without control, and the log says once that it is away and once that it is back.
 */
final class Reporter implements Runnable {
  private static final Logger LOG = System.getLogger(Reporter.class.getName());

  private final ExporterSettings settings;
  private final ControlClient client;
  private final ProcessMeter meter;
  private final InFlight inFlight;
  private final Clock clock;
  private boolean reachable = true;
  private boolean stopped;

  Reporter(
      ExporterSettings settings,
      ControlClient client,
      ProcessMeter meter,
      InFlight inFlight,
      Clock clock) {
    this.settings = settings;
    this.client = client;
    this.meter = meter;
    this.inFlight = inFlight;
    this.clock = clock;
  }

  @Override
  public synchronized void run() {
    try {
      if (!stopped) {
        report(client.isReady() ? ReplicaState.READY : ReplicaState.STARTING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends the last heartbeat. */
  synchronized void stop() {
    try {
      if (!stopped) {
        stopped = true;
        report(ReplicaState.STOPPING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(ReplicaState state) throws InterruptedException {
    try {
      int status = client.send(heartbeat(state));
      if (status == 204) {
        tellBack();
      } else {
        tellAway("it answered " + status);
      }
    } catch (IOException | RuntimeException e) {
      tellAway(e.toString());
    }
  }

  private Heartbeat heartbeat(ReplicaState state) {
    return new Heartbeat(
        settings,
        state,
        meter.cpu(),
        ProcessMeter.memoryBytes(),
        inFlight.count(),
        clock.instant());
  }

  private void tellBack() {
    if (!reachable) {
      LOG.log(Level.INFO, "control at {0} takes heartbeats again", settings.controlUrl());
    }
    reachable = true;
  }

  private void tellAway(String why) {
    if (reachable) {
      LOG.log(
          Level.WARNING,
          "control at {0} takes no heartbeats ({1}); trying on quietly",
          settings.controlUrl(),
          why);
    }
    reachable = false;
  }
}
