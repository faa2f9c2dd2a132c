package dev.libra.simulator.comparison;

import dev.libra.simulator.clairvoyant.Clairvoyant;
import dev.libra.simulator.comparison.Playback.Played;
import dev.libra.simulator.tuning.Rule;
import dev.libra.simulator.twin.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Carries out a plan: tunes the rules, plays every entrant on every trace and replay. */
public final class Comparison {
  private static final int KNOB_POSITIONS = 7;

  private final Plan plan;
  private final Consumer<String> progress;
  private final BooleanSupplier cancelled;
  private final Field field;
  private final Stage stage;

  /**
   * @param progress hears a line for each thing done
   * @param cancelled asked before each run; true ends the comparison with what there is
   */
  public Comparison(Plan plan, Consumer<String> progress, BooleanSupplier cancelled) {
    this.plan = plan;
    this.progress = progress;
    this.cancelled = cancelled;
    this.field = new Field(plan);
    this.stage = new Stage(plan);
  }

  /**
   * Compares.
   *
   * @param partial gets what there is after each trace, so that it can be kept
   */
  public ComparisonResult run(Consumer<ComparisonResult> partial) {
    try (Runs runs = new Runs(plan.threads(), cancelled)) {
      Tuner tuner = new Tuner(plan, stage, runs, progress, cancelled);
      Map<String, double[]> tuned = tuner.tune(field.rules(), played(plan.tuning()), "tuning");
      List<TraceOutcome> outcomes = new ArrayList<>();
      for (Played played : played(plan.tests())) {
        if (cancelled.getAsBoolean()) {
          break;
        }
        outcomes.add(judge(played, tuned, tuner, runs));
        partial.accept(result(outcomes, tuned));
      }
      return result(outcomes, tuned);
    }
  }

  private TraceOutcome judge(Played played, Map<String, double[]> tuned, Tuner tuner, Runs runs) {
    String name = played.trace().name();
    progress.accept(name + ": clairvoyant bound");
    var bound = Clairvoyant.bound(plan.service(), plan.parameters(), played.trace());
    Map<String, double[]> oracle = tuner.tune(field.rules(), List.of(played), name + ": oracle");
    List<Entrant> entrants = field.entrants(tuned, oracle);
    progress.accept(
        name + ": " + entrants.size() + " entrants × " + plan.replays().size() + " replays");
    List<RunRow> rows = runs.all(replays(played, entrants));
    progress.accept(name + ": frontier");
    List<RunRow> frontier = runs.all(frontier(played, tuned));
    progress.accept(name + ": shift and chaos");
    List<ShiftRow> shifts = runs.all(shifts(played, entrants));
    return new TraceOutcome(played, bound, rows, frontier, shifts);
  }

  private List<Callable<ShiftRow>> shifts(Played played, List<Entrant> entrants) {
    long replay = plan.replays().get(0);
    List<Callable<ShiftRow>> tasks = new ArrayList<>();
    for (Shift shift : Shift.values()) {
      for (Entrant entrant : entrants) {
        if (entrant.form().equals("tuned") || entrant.form().equals("learned")) {
          tasks.add(() -> row(played, entrant, replay, shift));
        }
      }
    }
    return tasks;
  }

  private ShiftRow row(Played played, Entrant entrant, long replay, Shift shift) {
    RunResult result = stage.run(entrant, played.trace(), replay, shift);
    return new ShiftRow(
        shift, new RunRow(played.trace().name(), entrant, replay, Stage.withoutSeries(result)));
  }

  private List<Callable<RunRow>> replays(Played played, List<Entrant> entrants) {
    List<Callable<RunRow>> tasks = new ArrayList<>();
    for (Entrant entrant : entrants) {
      for (long replay : plan.replays()) {
        boolean drawn = replay == plan.replays().get(0);
        tasks.add(() -> row(played, entrant, replay, drawn));
      }
    }
    return tasks;
  }

  private List<Callable<RunRow>> frontier(Played played, Map<String, double[]> tuned) {
    List<Callable<RunRow>> tasks = new ArrayList<>();
    for (Rule rule : field.rules()) {
      double[] point = tuned.getOrDefault(rule.name(), rule.stockPoint());
      for (int i = 0; i < KNOB_POSITIONS; i++) {
        double[] turned = rule.withKnob(point, i / (KNOB_POSITIONS - 1.0));
        Entrant entrant = Field.of(rule, Entrant.KNOB, turned);
        tasks.add(() -> row(played, entrant, plan.replays().get(0), false));
      }
    }
    for (Entrant entrant : plan.turned()) {
      tasks.add(() -> row(played, entrant, plan.replays().get(0), false));
    }
    return tasks;
  }

  private RunRow row(Played played, Entrant entrant, long replay, boolean drawn) {
    RunResult result = stage.run(entrant, played.trace(), replay);
    return new RunRow(
        played.trace().name(), entrant, replay, drawn ? result : Stage.withoutSeries(result));
  }

  private List<Played> played(List<TraceFile> files) {
    return files.stream()
        .map(file -> plan.playback().play(file, plan.service(), plan.parameters()))
        .toList();
  }

  private ComparisonResult result(List<TraceOutcome> outcomes, Map<String, double[]> tuned) {
    Map<String, String> described = new LinkedHashMap<>();
    for (Rule rule : field.rules()) {
      if (tuned.containsKey(rule.name())) {
        described.put(rule.name(), rule.describe(tuned.get(rule.name())));
      }
    }
    boolean whole = outcomes.size() == plan.tests().size() && !cancelled.getAsBoolean();
    return new ComparisonResult(plan, outcomes, described, Verdicts.of(outcomes), whole);
  }
}
