package dev.libra.traffic.run;

import dev.libra.load.RunStatus;
import dev.libra.load.RunStatus.State;
import dev.libra.traffic.call.Accounts;
import dev.libra.traffic.call.GatewayUnavailableException;
import dev.libra.traffic.chaos.ChaosRun;
import dev.libra.traffic.engine.Figures;
import dev.libra.traffic.engine.LoadRun;
import dev.libra.traffic.engine.Second;
import dev.libra.traffic.scenario.Scenario;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** One run of the traffic process and where it stands. */
final class ActiveRun {
  private static final Logger LOG = System.getLogger(ActiveRun.class.getName());
  private static final double VALID_SHARE = 0.99;
  private static final int USERS = 8;

  private final String id;
  private final Order order;
  private final Scenario scenario;
  private final RunSettings settings;
  private final RunFiles files;
  private final Clock clock;
  private final Instant startedAt;
  private State state = State.RUNNING;
  private Instant endedAt;
  private boolean stopped;
  private LoadRun run;
  private Second last;

  ActiveRun(String id, Order order, Scenario scenario, RunSettings settings, Clock clock) {
    this.id = id;
    this.order = order;
    this.scenario = scenario;
    this.settings = settings;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.files = RunFiles.of(settings, order, startedAt);
  }

  /** Registers the users and sends; returns when the run has ended. */
  void go(ChaosRun chaos) {
    try (chaos;
        files;
        Accounts accounts =
            Accounts.register(settings.target(order.target()).gateway(), USERS, clock)) {
      LoadRun load = load(accounts);
      if (begin(load)) {
        chaos.start();
        load.start().join();
        chaos.close();
        files.summarize(load, chaos.disturbances());
      }
      end(stopped() ? State.STOPPED : State.FINISHED);
    } catch (GatewayUnavailableException e) {
      LOG.log(Level.ERROR, id + " failed: " + e.getMessage());
      end(State.FAILED);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, id + " failed", e);
      end(State.FAILED);
    }
  }

  private LoadRun load(Accounts accounts) {
    Random random = new Random(order.seed());
    return new LoadRun(
        settings.target(order.target()),
        scenario.curve(),
        scenario.calls(order.request().service(), accounts, random),
        scenario.retries(),
        random,
        this::tick);
  }

  synchronized void stop() {
    stopped = true;
    if (run != null) {
      run.stop();
    }
  }

  synchronized RunView view() {
    Figures figures = run == null ? null : run.figures();
    boolean ended = state != State.RUNNING;
    return new RunView(
        status(figures),
        figures != null && figures.achievedShare() < VALID_SHARE,
        figures == null ? 0 : figures.intended(),
        figures == null ? 0 : figures.sent(),
        run == null ? 0 : run.inFlight(),
        files.directory(),
        ended && files.hasPage() ? "/runs/" + id + "/report" : null);
  }

  /** The report's page, or null if there is none. */
  Path page() {
    return files.hasPage() ? files.page() : null;
  }

  synchronized boolean isRunning() {
    return state == State.RUNNING;
  }

  Instant startedAt() {
    return startedAt;
  }

  String id() {
    return id;
  }

  private RunStatus status(Figures figures) {
    Instant until = endedAt == null ? clock.instant() : endedAt;
    double duration = scenario.curve().durationS();
    boolean live = state == State.RUNNING && last != null;
    return new RunStatus(
        id,
        order.request().scenario(),
        order.request().service(),
        state,
        startedAt,
        Duration.between(startedAt, until).toMillis() / 1000.0,
        Double.isInfinite(duration) ? 0 : duration,
        live ? last.intendedRps() : 0,
        live ? last.sentRps() : 0,
        figures == null ? 0 : figures.failedShare(),
        figures == null ? 0 : figures.p50Ms(),
        figures == null ? 0 : figures.p95Ms(),
        figures == null ? 0 : figures.p99Ms());
  }

  private synchronized boolean begin(LoadRun load) {
    run = load;
    return !stopped;
  }

  private void tick(Second second) {
    files.add(second);
    synchronized (this) {
      last = second;
    }
  }

  private synchronized boolean stopped() {
    return stopped;
  }

  private synchronized void end(State ended) {
    state = ended;
    endedAt = clock.instant();
  }
}
