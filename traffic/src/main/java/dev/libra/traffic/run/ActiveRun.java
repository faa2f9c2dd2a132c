package dev.libra.traffic.run;

import dev.libra.load.RunRequest;
import dev.libra.load.RunStatus;
import dev.libra.load.RunStatus.State;
import dev.libra.traffic.call.Accounts;
import dev.libra.traffic.call.Calls;
import dev.libra.traffic.call.GatewayUnavailableException;
import dev.libra.traffic.engine.EngineSettings;
import dev.libra.traffic.engine.Figures;
import dev.libra.traffic.engine.LoadRun;
import dev.libra.traffic.engine.Second;
import dev.libra.traffic.rate.RateCurve;
import dev.libra.traffic.scenario.Scenario;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** One run of the traffic process and where it stands. */
final class ActiveRun {
  private static final Logger LOG = System.getLogger(ActiveRun.class.getName());

  private final String id;
  private final RunRequest request;
  private final Scenario scenario;
  private final RateCurve curve;
  private final Clock clock;
  private final Instant startedAt;
  private State state = State.RUNNING;
  private Instant endedAt;
  private boolean stopped;
  private LoadRun run;
  private Second last;

  ActiveRun(String id, RunRequest request, Scenario scenario, Clock clock) {
    this.id = id;
    this.request = request;
    this.scenario = scenario;
    this.curve = scenario.curve();
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /** Registers the users and sends; returns when the run has ended. */
  void go(EngineSettings settings, Supplier<Accounts> register, RandomGenerator random) {
    try (Accounts accounts = register.get()) {
      Calls calls = scenario.calls(request.service(), accounts, random);
      LoadRun load = new LoadRun(settings, curve, calls, scenario.retries(), random, this::tick);
      if (begin(load)) {
        load.start().join();
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

  synchronized void stop() {
    stopped = true;
    if (run != null) {
      run.stop();
    }
  }

  synchronized RunStatus status() {
    Instant until = endedAt == null ? clock.instant() : endedAt;
    Figures figures = run == null ? null : run.figures();
    boolean live = state == State.RUNNING && last != null;
    return new RunStatus(
        id,
        request.scenario(),
        request.service(),
        state,
        startedAt,
        Duration.between(startedAt, until).toMillis() / 1000.0,
        Double.isInfinite(curve.durationS()) ? 0 : curve.durationS(),
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

  private synchronized void tick(Second second) {
    last = second;
  }

  private synchronized boolean stopped() {
    return stopped;
  }

  private synchronized void end(State last) {
    state = last;
    endedAt = clock.instant();
  }
}
