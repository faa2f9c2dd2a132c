package dev.libra.cli.bench.live;

import static dev.libra.cli.bench.live.Cells.number;
import static dev.libra.cli.bench.live.Cells.percent;
import static dev.libra.cli.bench.live.Cells.row;
import static dev.libra.cli.bench.live.Cells.rule;

import java.util.ArrayList;
import java.util.List;

/** A row per run, in the order they were made. */
final class RunTables {
  private final List<LiveResult> results;

  RunTables(List<LiveResult> results) {
    this.results = List.copyOf(results);
  }

  /** SLO, cost and lost requests. */
  List<String> runs() {
    List<String> lines = new ArrayList<>();
    lines.add(
        row(
            "policy",
            "round",
            "SLO",
            "P50, ms",
            "P95, ms",
            "P99, ms",
            "lost",
            "sent",
            "in time",
            "windows over SLO",
            "ready",
            "paid",
            "peak",
            "actions",
            "decided by",
            "stood in"));
    lines.add(rule(16));
    results.forEach(r -> lines.add(run(r)));
    return lines;
  }

  private static String run(LiveResult r) {
    return row(
        r.policy(),
        Integer.toString(r.round()),
        !r.client().valid() ? "void" : r.sloMet() ? "kept" : "missed",
        number(r.client().p50Ms(), 0),
        number(r.client().p95Ms(), 0),
        number(r.client().p99Ms(), 0),
        Long.toString(r.client().lost()),
        Long.toString(r.client().sent()),
        percent(r.client().achievedShare()),
        percent(r.windows().violationShare()),
        number(r.replicas().readyS(), 0),
        number(r.replicas().paidS(), 0),
        Integer.toString(r.replicas().peak()),
        Integer.toString(r.reactions().actions()),
        r.decidedBy(),
        percent(r.reactions().standIns()));
  }

  /** From a sample to the call, and what deciding takes. */
  List<String> reactions() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "From a sample to the actuator's call (a sample tells of the 2 s before it); the time that each decision takes, also");
    lines.add(
        "those to stay (policy and guard rails); and from a decision to the launch of the first new replica:");
    lines.add("the operating system tells a launch only to a second, so that it may be negative.");
    lines.add("");
    lines.add(
        row(
            "policy",
            "round",
            "actions",
            "call: median, ms",
            "p99, ms",
            "max, ms",
            "deciding: median, µs",
            "p99, µs",
            "max, µs",
            "launch: median, ms",
            "max, ms"));
    lines.add(rule(11));
    results.forEach(r -> lines.add(reaction(r)));
    return lines;
  }

  private static String reaction(LiveResult r) {
    Reactions reactions = r.reactions();
    return row(
        r.policy(),
        Integer.toString(r.round()),
        Integer.toString(reactions.actions()),
        number(reactions.callMs().median(), 0),
        number(reactions.callMs().p99(), 0),
        number(reactions.callMs().max(), 0),
        number(reactions.decideMicros().median(), 0),
        number(reactions.decideMicros().p99(), 0),
        number(reactions.decideMicros().max(), 0),
        number(reactions.launchMs().median(), 0),
        number(reactions.launchMs().max(), 0));
  }
}
