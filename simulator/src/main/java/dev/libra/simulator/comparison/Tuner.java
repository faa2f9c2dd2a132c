package dev.libra.simulator.comparison;

import dev.libra.simulator.comparison.Playback.Played;
import dev.libra.simulator.tuning.RandomSearch;
import dev.libra.simulator.tuning.Rule;
import dev.libra.simulator.tuning.Score;
import dev.libra.simulator.twin.RunResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Tunes every rule with the same budget, on arrivals that no replay has. */
final class Tuner {
  private static final long ARRIVALS = 104_729;
  private static final long SEARCH = 1;

  private final Plan plan;
  private final Stage stage;
  private final Runs runs;
  private final Consumer<String> progress;
  private final BooleanSupplier cancelled;

  Tuner(Plan plan, Stage stage, Runs runs, Consumer<String> progress, BooleanSupplier cancelled) {
    this.plan = plan;
    this.stage = stage;
    this.runs = runs;
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /** Each rule's best point by its name; a rule that wasn't searched to the end is left out. */
  Map<String, double[]> tune(List<Rule> rules, List<Played> traces, String what) {
    Map<String, double[]> best = new HashMap<>();
    List<Callable<Found>> searches =
        rules.stream().map(rule -> search(rule, traces, what)).toList();
    runs.all(searches).stream()
        .filter(found -> !cancelled.getAsBoolean())
        .forEach(found -> best.put(found.rule(), found.point()));
    return best;
  }

  private Callable<Found> search(Rule rule, List<Played> traces, String what) {
    return () -> {
      RandomSearch search = new RandomSearch(plan.budget(), SEARCH);
      RandomSearch.Best best = search.run(rule, point -> score(rule, point, traces), cancelled);
      String missed = best.score().missed() == 0 ? "" : ", SLO missed: " + best.score().missed();
      progress.accept(what + ": " + rule.name() + " " + rule.describe(best.point()) + missed);
      return new Found(rule.name(), best.point());
    };
  }

  private Score score(Rule rule, double[] point, List<Played> traces) {
    Entrant entrant = Field.of(rule, "tuned", point);
    List<RunResult> results =
        traces.stream().map(played -> stage.run(entrant, played.trace(), ARRIVALS)).toList();
    double[] fleets =
        traces.stream()
            .mapToDouble(p -> p.trace().durationS() * Math.max(1, p.trace().meanRate()))
            .toArray();
    return Score.of(results, fleets);
  }

  private record Found(String rule, double[] point) {}
}
