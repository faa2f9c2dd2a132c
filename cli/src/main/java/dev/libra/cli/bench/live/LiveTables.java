package dev.libra.cli.bench.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report's tables, in Markdown. */
final class LiveTables {
  private final List<LiveResult> results;
  private final List<TwinOutcome> twin;
  private final List<String> policies;

  LiveTables(List<LiveResult> results, List<TwinOutcome> twin, List<String> policies) {
    this.results = List.copyOf(results);
    this.twin = List.copyOf(twin);
    this.policies = List.copyOf(policies);
  }

  /** Live beside the twin: the SLO first, then the cost. */
  List<String> ranking() {
    List<String> lines = new ArrayList<>();
    lines.add(
        row(
            "policy",
            "SLO kept live",
            "paid live",
            "windows over SLO live",
            "lost live",
            "SLO kept in the twin",
            "paid in the twin",
            "windows over SLO in the twin"));
    lines.add(rule(8));
    policies.forEach(policy -> lines.add(ranked(policy)));
    List<Standing> live = policies.stream().map(this::standing).toList();
    List<Standing> simulated = twin.stream().map(TwinOutcome::standing).toList();
    boolean same = Standing.order(live).equals(Standing.order(simulated));
    lines.add("");
    lines.add("Live: " + Standing.ranking(live) + ". ");
    lines.add("Twin: " + Standing.ranking(simulated) + ". ");
    lines.add(same ? "The same ranking." : "Not the same ranking.");
    return lines;
  }

  private String ranked(String policy) {
    Standing live = standing(policy);
    List<LiveResult> valid = valid(policy);
    TwinOutcome simulated =
        twin.stream().filter(t -> t.policy().equals(policy)).findFirst().orElseThrow();
    return row(
        policy,
        live.kept() + " of " + live.runs(),
        number(live.paid(), 0),
        percent(mean(valid.stream().map(r -> r.windows().violationShare()).toList())),
        Long.toString(valid.stream().mapToLong(r -> r.client().lost()).sum()),
        simulated.standing().kept() + " of " + simulated.standing().runs(),
        number(simulated.standing().paid(), 0),
        percent(simulated.mean(r -> r.slo().violationShare())));
  }

  /** A row per run, in the order they were made. */
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
        "From a sample to the actuator's call (a sample tells of the 2 s before it), the time that a decision takes (policy,");
    lines.add("guard rails and call), and from a decision to the launch of the first new replica.");
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

  /** By the runs that are not void. */
  Standing standing(String policy) {
    List<LiveResult> valid = valid(policy);
    return new Standing(
        policy,
        valid.size(),
        (int) valid.stream().filter(LiveResult::sloMet).count(),
        mean(valid.stream().map(r -> r.replicas().paidS()).toList()));
  }

  private List<LiveResult> valid(String policy) {
    return results.stream().filter(r -> r.policy().equals(policy) && r.client().valid()).toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
  }

  private static String row(String... cells) {
    return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String rule(int columns) {
    return "|" + "---|".repeat(columns);
  }

  private static String number(double value, int digits) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "–";
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f %%", share * 100) : "–";
  }
}
