package dev.libra.traffic.run;

import dev.libra.load.RunRequest;
import dev.libra.traffic.call.Crowd;
import dev.libra.traffic.chaos.ChaosRun;
import dev.libra.traffic.chaos.Installation;
import dev.libra.traffic.scenario.Scenario;
import dev.libra.traffic.scenario.Scenarios;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The runs of the traffic process: a few at a time, the last ones remembered. */
public final class Runs implements AutoCloseable {
  private static final int MAX_RUNNING = 4;
  private static final int REMEMBERED = 50;

  private final RunSettings settings;
  private final Clock clock;
  private final Map<String, ActiveRun> runs = new ConcurrentHashMap<>();
  private final Map<String, ChaosRun> chaos = new ConcurrentHashMap<>();
  private final AtomicInteger counter = new AtomicInteger();
  private final ExecutorService starter = Executors.newCachedThreadPool();

  public Runs(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Newest first. */
  public List<RunView> list() {
    return newestFirst().stream().map(ActiveRun::view).toList();
  }

  public Optional<RunView> find(String id) {
    return Optional.ofNullable(runs.get(id)).map(ActiveRun::view);
  }

  /** The page of a run that has ended. */
  public Optional<Path> page(String id) {
    return Optional.ofNullable(runs.get(id)).map(ActiveRun::page);
  }

  /**
   * Starts a run and returns at once; users are registered in the background.
   *
   * @throws IllegalArgumentException for an unknown scenario, service or target, too high a rate,
   *     or chaos without an installation
   * @throws IllegalStateException if enough runs are under way
   */
  public synchronized RunView start(Order order) {
    Scenario scenario = scenario(order);
    Crowd.requireService(order.request().service());
    settings.target(order.target());
    requireRate(scenario.curve().maxRate());
    if (runs.values().stream().filter(ActiveRun::isRunning).count() >= MAX_RUNNING) {
      throw new IllegalStateException(MAX_RUNNING + " runs are under way: stop one first");
    }
    ChaosRun disturbing = new ChaosRun(order.chaos(), installation(order.seed()));
    forgetOldest();
    String id = "run-" + counter.incrementAndGet();
    ActiveRun run = new ActiveRun(id, order, scenario, settings, clock);
    runs.put(id, run);
    chaos.put(id, disturbing);
    starter.execute(
        () -> {
          run.go(disturbing);
          chaos.remove(id);
        });
    return run.view();
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

  /** Stops all, and undoes all chaos. */
  @Override
  public void close() {
    runs.values().forEach(ActiveRun::stop);
    chaos.values().forEach(ChaosRun::close);
    starter.shutdown();
  }

  private Installation installation(long seed) {
    return settings.home() == null
        ? null
        : new Installation(settings.home(), new Random(seed), clock);
  }

  private void requireRate(double rate) {
    if (rate > settings.maxRate()) {
      throw new IllegalArgumentException(
          "the rate must not exceed "
              + settings.maxRate()
              + " requests/s (libra.traffic.max-rate), would be: "
              + rate);
    }
  }

  private static Scenario scenario(Order order) {
    RunRequest request = order.request();
    return Scenarios.named(request.scenario(), order.seed())
        .shaped(curve -> curve.scaledBy(request.rateScale()).fasterBy(request.timeScale()))
        .shaped(c -> request.durationS() == null ? c : c.lasting(request.durationS()));
  }

  private List<ActiveRun> newestFirst() {
    return runs.values().stream()
        .sorted(Comparator.comparing(ActiveRun::startedAt).thenComparing(ActiveRun::id).reversed())
        .toList();
  }

  private void forgetOldest() {
    List<ActiveRun> all = newestFirst();
    for (int i = REMEMBERED - 1; i < all.size(); i++) {
      if (!all.get(i).isRunning()) {
        runs.remove(all.get(i).id());
      }
    }
  }
}
