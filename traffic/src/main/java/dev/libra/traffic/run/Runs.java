package dev.libra.traffic.run;

import dev.libra.load.RunRequest;
import dev.libra.load.RunStatus;
import dev.libra.traffic.call.Accounts;
import dev.libra.traffic.call.Crowd;
import dev.libra.traffic.engine.EngineSettings;
import dev.libra.traffic.rate.RateCurve;
import dev.libra.traffic.scenario.Scenario;
import dev.libra.traffic.scenario.Scenarios;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The runs of the traffic process: a few at a time, the last ones remembered. */
public final class Runs implements AutoCloseable {
  private static final int MAX_RUNNING = 4;
  private static final int REMEMBERED = 50;
  private static final int USERS = 8;

  private final EngineSettings settings;
  private final double maxRate;
  private final Clock clock;
  private final Map<String, ActiveRun> runs = new ConcurrentHashMap<>();
  private final AtomicInteger counter = new AtomicInteger();
  private final ExecutorService starter = Executors.newCachedThreadPool();

  /**
   * @param maxRate requests/s that no run may exceed
   */
  public Runs(EngineSettings settings, double maxRate, Clock clock) {
    this.settings = settings;
    this.maxRate = maxRate;
    this.clock = clock;
  }

  /** Newest first. */
  public List<RunStatus> list() {
    return runs.values().stream()
        .map(ActiveRun::status)
        .sorted(Comparator.comparing(RunStatus::startedAt).thenComparing(RunStatus::id).reversed())
        .toList();
  }

  /**
   * Starts a run and returns at once; users are registered in the background.
   *
   * @param seed of send times, calls and whatever the scenario draws
   * @throws IllegalArgumentException for an unknown scenario or service, or too high a rate
   * @throws IllegalStateException if enough runs are under way
   */
  public synchronized RunStatus start(RunRequest request, long seed) {
    Scenario scenario = scenario(request, seed);
    RateCurve curve = scenario.curve();
    Crowd.requireService(request.service());
    if (curve.maxRate() > maxRate) {
      throw new IllegalArgumentException(
          "the rate must not exceed " + maxRate + " requests/s, would be: " + curve.maxRate());
    }
    if (list().stream().filter(r -> r.state() == RunStatus.State.RUNNING).count() >= MAX_RUNNING) {
      throw new IllegalStateException(MAX_RUNNING + " runs are under way: stop one first");
    }
    forgetOldest();
    String id = "run-" + counter.incrementAndGet();
    ActiveRun run = new ActiveRun(id, request, scenario, clock);
    runs.put(id, run);
    starter.execute(
        () ->
            run.go(
                settings,
                () -> Accounts.register(settings.gateway(), USERS, clock),
                new Random(seed)));
    return run.status();
  }

  /**
   * Stops a run; one that has ended stays as it is.
   *
   * @return false if there is no such run
   */
  public boolean stop(String id) {
    ActiveRun run = runs.get(id);
    if (run != null) {
      run.stop();
    }
    return run != null;
  }

  @Override
  public void close() {
    runs.values().forEach(ActiveRun::stop);
    starter.shutdown();
  }

  private static Scenario scenario(RunRequest request, long seed) {
    return Scenarios.named(request.scenario(), seed)
        .shaped(curve -> curve.scaledBy(request.rateScale()).fasterBy(request.timeScale()))
        .shaped(c -> request.durationS() == null ? c : c.lasting(request.durationS()));
  }

  private void forgetOldest() {
    List<RunStatus> all = list();
    for (int i = REMEMBERED - 1; i < all.size(); i++) {
      if (all.get(i).state() != RunStatus.State.RUNNING) {
        runs.remove(all.get(i).id());
      }
    }
  }
}
