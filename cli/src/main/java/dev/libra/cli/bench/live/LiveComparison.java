package dev.libra.cli.bench.live;

import dev.libra.simulator.comparison.TraceFile;
import dev.libra.simulator.tuning.Rule;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.TwinParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Carries out a plan: measures for the twin, tunes, plays live, reports after each run. */
final class LiveComparison {
  private static final int TWIN_REPLAYS = 5;

  private final LivePlan plan;
  private final BooleanSupplier cancelled;
  private final Consumer<String> progress;
  private final LiveSite site;
  private final List<LiveResult> results = new ArrayList<>();

  /**
   * @param cancelled true ends it with a {@link CancellationException}, after the report
   * @param progress hears a line for each thing done
   */
  LiveComparison(LivePlan plan, BooleanSupplier cancelled, Consumer<String> progress) {
    this.plan = plan;
    this.cancelled = cancelled;
    this.progress = progress;
    this.site = new LiveSite(plan, cancelled);
  }

  /** Whether all runs count. */
  boolean run() {
    // Read before anything takes minutes: what can't take part is told at once.
    contestants(rule -> rule.stockPoint());
    TwinParameters parameters = new TwinSource(plan, site, progress).parameters();
    Demand demand = new Demand(plan.service(), parameters);
    LiveLoad load =
        plan.scaled() ? plan.load().nearlyFull(demand, plan.service().maxReplicas()) : plan.load();
    TwinStage stage = new TwinStage(plan.service(), parameters);
    List<Contestant> contestants = contestants(rule -> tune(stage, rule));
    contestants.forEach(c -> progress.accept(c.name() + ": " + c.about()));
    LiveReport report =
        new LiveReport(
            plan.service(),
            load,
            demand,
            contestants,
            contestants.stream().map(c -> stage.judge(c, load.trace(), TWIN_REPLAYS)).toList(),
            new LiveRemarks(plan, TWIN_REPLAYS).lines(parameters));
    play(contestants, load, demand.required(load.initialRate()), report);
    return results.stream().allMatch(r -> r.client().valid());
  }

  private List<Contestant> contestants(Function<Rule, double[]> tuner) {
    return new Contestants(plan.service().name(), plan.shippedPolicy(), tuner)
        .named(plan.policies());
  }

  private double[] tune(TwinStage stage, Rule rule) {
    progress.accept("tuning " + rule.name() + " in the twin");
    List<TraceFile> traces = plan.shippedTraces().stream().map(TraceFile::read).toList();
    double lengthS = plan.load().file().trace().durationS() / plan.load().timeScale();
    return stage.tune(
        rule, traces, Math.max(plan.load().durationS(), lengthS), plan.budget(), cancelled);
  }

  private void play(List<Contestant> contestants, LiveLoad load, int initial, LiveReport report) {
    try {
      for (int round = 1; round <= plan.rounds(); round++) {
        List<Contestant> order = new ArrayList<>(contestants);
        if (round % 2 == 0) {
          Collections.reverse(order);
        }
        for (Contestant contestant : order) {
          results.add(played(contestant, round, load, initial));
          write(report, false);
        }
      }
      write(report, true);
    } finally {
      if (!results.isEmpty()) {
        progress.accept("report: " + plan.out().resolve("live.md"));
      }
    }
  }

  private LiveResult played(Contestant contestant, int round, LiveLoad load, int initial) {
    progress.accept("round " + round + " of " + plan.rounds() + ": " + contestant.name());
    RunFolder folder = plan.folder(contestant, round);
    folder.clear();
    try (LiveInstallation installation = site.up(contestant.settings(), folder.log())) {
      LiveRun run =
          new LiveRun(installation, plan.service(), load, plan.warmUpS(), cancelled, progress);
      LiveResult result = run.play(contestant, round, initial, folder);
      progress.accept(sentence(result));
      return result;
    }
  }

  private void write(LiveReport report, boolean whole) {
    try {
      report.write(plan.out(), results, whole);
    } catch (IOException e) {
      throw new UncheckedIOException(plan.out() + " can't be written: " + e.getMessage(), e);
    }
  }

  private static String sentence(LiveResult r) {
    return String.format(
        Locale.ROOT,
        "  %s: P95 %.0f ms, %d of %d lost, %.0f paid replica-seconds, %d actions",
        r.client().valid() ? r.sloMet() ? "SLO kept" : "SLO missed" : "void",
        r.client().p95Ms(),
        r.client().lost(),
        r.client().sent(),
        r.replicas().paidS(),
        r.reactions().actions());
  }
}
