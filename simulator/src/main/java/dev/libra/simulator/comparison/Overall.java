package dev.libra.simulator.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one entrant stands over all traces.
 *
 * @param label of the entrant; one that was tuned on the judged trace had other parameters on each
 * @param standings one per trace
 */
record Overall(String label, List<Standing> standings) {

  Overall {
    standings = List.copyOf(standings);
  }

  /** All but ablations: those that keep the SLO on most traces first, then the cheapest. */
  static List<Overall> of(List<TraceOutcome> outcomes) {
    Map<String, List<Standing>> byLabel = new LinkedHashMap<>();
    for (TraceOutcome outcome : outcomes) {
      for (Standing standing : outcome.standings()) {
        if (!standing.entrant().form().equals("ablation")) {
          byLabel
              .computeIfAbsent(standing.entrant().label(), label -> new ArrayList<>())
              .add(standing);
        }
      }
    }
    return byLabel.entrySet().stream()
        .map(e -> new Overall(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparing(Overall::kept)
                .reversed()
                .thenComparing(Overall::paidReplicaSeconds))
        .toList();
  }

  /** On how many traces every replay kept the SLO. */
  long kept() {
    return standings.stream().filter(Standing::sloMet).count();
  }

  /** Whether it kept the SLO everywhere, so that its cost counts. */
  boolean sloMet() {
    return kept() == standings.size();
  }

  /** The sum of the traces' means. */
  double paidReplicaSeconds() {
    return standings.stream().mapToDouble(Standing::meanPaid).sum();
  }

  /** Mean share of the windows over the SLO. */
  double violations() {
    return standings.stream().mapToDouble(Standing::meanViolations).average().orElse(Double.NaN);
  }
}
