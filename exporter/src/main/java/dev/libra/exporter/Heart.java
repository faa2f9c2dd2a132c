package dev.libra.exporter;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

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
    Runtime.getRuntime().addShutdownHook(atExit);
    ScheduledExecutorService executor = scheduler.executor();
    beats = executor.scheduleAtFixedRate(reporter, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
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
