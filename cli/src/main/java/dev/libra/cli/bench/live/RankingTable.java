package dev.libra.cli.bench.live;

import static dev.libra.cli.bench.live.Cells.mean;
import static dev.libra.cli.bench.live.Cells.number;
import static dev.libra.cli.bench.live.Cells.percent;
import static dev.libra.cli.bench.live.Cells.row;
import static dev.libra.cli.bench.live.Cells.rule;

import java.util.ArrayList;
import java.util.List;

/** The policies live beside the same policies in the twin: the SLO first, then the cost. */
final class RankingTable {
  private final List<LiveResult> results;
  private final List<TwinOutcome> twin;
  private final List<String> policies;

  RankingTable(List<LiveResult> results, List<TwinOutcome> twin, List<String> policies) {
    this.results = List.copyOf(results);
    this.twin = List.copyOf(twin);
    this.policies = List.copyOf(policies);
  }

  List<String> lines() {
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
    lines.add("");
    lines.add("Live: " + Standing.ranking(live) + ". ");
    lines.add("Twin: " + Standing.ranking(simulated) + ". ");
    lines.add(agreement(live, simulated));
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

  private static String agreement(List<Standing> live, List<Standing> simulated) {
    if (live.size() < 2 || live.stream().anyMatch(s -> s.runs() == 0)) {
      return "Nothing to compare: a ranking wants two policies with a run each that isn't void.";
    }
    return Standing.order(live).equals(Standing.order(simulated))
        ? "The same ranking."
        : "Not the same ranking.";
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
}
