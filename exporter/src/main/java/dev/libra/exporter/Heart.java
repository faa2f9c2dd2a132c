package dev.libra.exporter;

import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Beats from {@link #start} to {@link #stop}, or to the end of the process. */
final class Heart {
  static final long PERIOD_MS = 2_000;

  private final Reporter reporter;
  private final Scheduler scheduler;
  private final Thread atExit;
  private ScheduledFuture<?> beats;

  Heart(ExporterSettings settings, InFlight inFlight, Scheduler scheduler) {
    this.scheduler = scheduler;
    reporter =
        new Reporter(
            settings,
            new ControlClient(settings),
            ProcessMeter.ofThisProcess(settings.cpuLimit()),
            inFlight,
            Clock.systemUTC());
    // A container first lets the requests end and stops the application last: that is too late to
    // tell that no more should come.
    atExit = new Thread(reporter::stop, "libra-exporter-stop");
  }

  void start() {
    start(() -> 0);
  }

  /**
   * @param delayMs how late the next heartbeat is to leave, usually 0
   */
  void start(LongSupplier delayMs) {
    Runtime.getRuntime().addShutdownHook(atExit);
    beats =
        scheduler
            .executor()
            .scheduleAtFixedRate(() -> beat(delayMs), 0, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  private void beat(LongSupplier delayMs) {
    long delay = delayMs.getAsLong();
    if (delay == 0) {
      reporter.run();
    } else {
      scheduler.executor().schedule(reporter, delay, TimeUnit.MILLISECONDS);
    }
  }

  void stop() {
    beats.cancel(false);
    reporter.stop();
    scheduler.close();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending and the hook has run or runs.
    }
  }
}
