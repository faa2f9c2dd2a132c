package dev.libra.cli.replay;

import dev.libra.traffic.call.Accounts;
import dev.libra.traffic.chaos.ChaosRun;
import dev.libra.traffic.engine.EngineSettings;
import dev.libra.traffic.engine.Figures;
import dev.libra.traffic.engine.LoadRun;
import dev.libra.traffic.engine.Second;
import dev.libra.traffic.report.RunReport;
import dev.libra.traffic.scenario.Scenario;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** One replay from the first user to the summary. */
final class Replay {
  private static final int USERS = 8;
  private static final int INVALID = 3;
  private static final int REPORT_S = 20;

  private final URI gateway;
  private final Scenario scenario;
  private final String service;
  private final long seed;
  private final Surroundings surroundings;

  Replay(URI gateway, Scenario scenario, String service, long seed, Surroundings surroundings) {
    this.gateway = gateway;
    this.scenario = scenario;
    this.service = service;
    this.seed = seed;
    this.surroundings = surroundings;
  }

  /**
   * Runs it to its end, or to Ctrl-C.
   *
   * @return exit code: 0, or 3 if too few requests were sent in time for the figures to count
   */
  int run(Path directory, Map<String, String> about) {
    Clock clock = Clock.systemUTC();
    try (Accounts accounts = Accounts.register(gateway, USERS, clock);
        ChaosRun chaos = surroundings.chaos(seed, clock);
        RunReport report = new RunReport(directory, clock.instant())) {
      LiveLine line =
          new LiveLine(System.out, System.console() != null, scenario.curve().durationS());
      LoadRun run = load(accounts, report, line);
      CompletableFuture<Void> written = new CompletableFuture<>();
      Thread interrupt = onInterrupt(run, chaos, written);
      chaos.start();
      run.start().join();
      chaos.close();
      line.end();
      Path summary = report.summarize(run, about, surroundings.history(), chaos.disturbances());
      written.complete(null);
      forget(interrupt);
      return conclude(run.figures(), summary);
    }
  }

  private LoadRun load(Accounts accounts, RunReport report, LiveLine line) {
    Random random = new Random(seed);
    AtomicReference<LoadRun> itself = new AtomicReference<>();
    LoadRun run =
        new LoadRun(
            EngineSettings.to(gateway),
            scenario.curve(),
            scenario.calls(service, accounts, random),
            scenario.retries(),
            random,
            second -> tick(second, itself.get(), report, line));
    itself.set(run);
    return run;
  }

  private static void tick(Second second, LoadRun run, RunReport report, LiveLine line) {
    report.add(second);
    line.show(second, run.figures());
  }

  /** Ctrl-C ends the run, waits for no answers and still leaves whole files. */
  private static Thread onInterrupt(LoadRun run, ChaosRun chaos, CompletableFuture<Void> written) {
    Thread hook =
        new Thread(
            () -> {
              chaos.close();
              run.abort();
              awaitWritten(written);
            },
            "replay-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  private static void awaitWritten(CompletableFuture<Void> written) {
    try {
      written.get(REPORT_S, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      System.err.println("libra: the report was not finished within " + REPORT_S + " s");
    } catch (ExecutionException | InterruptedException e) {
      System.err.println("libra: the report was not finished: " + e.getMessage());
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine is already going down: the hook is what is running.
      System.out.println("interrupted");
    }
  }

  private static int conclude(Figures figures, Path summary) {
    System.out.printf(
        Locale.ROOT,
        "sent %d of %d (%.2f %% in time), failed %.4f %%, P50 %.1f ms, P95 %.1f ms, P99 %.1f ms%n%s%n%s%n",
        figures.sent(),
        figures.intended(),
        figures.achievedShare() * 100,
        figures.failedShare() * 100,
        figures.p50Ms(),
        figures.p95Ms(),
        figures.p99Ms(),
        summary,
        summary.resolveSibling("report.html"));
    if (figures.achievedShare() < 0.99) {
      System.err.println("libra: void, for fewer than 99 % of the requests were sent in time");
      return INVALID;
    }
    return 0;
  }
}
