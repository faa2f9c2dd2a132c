package dev.libra.cli.bench.live;

import dev.libra.simulator.twin.RunResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One policy's replays in the twin. */
record TwinOutcome(String policy, List<RunResult> results) {

  TwinOutcome {
    results = List.copyOf(results);
  }

  Standing standing() {
    return new Standing(
        policy,
        results.size(),
        (int) results.stream().filter(RunResult::sloMet).count(),
        mean(r -> r.cost().paidReplicaSeconds()));
  }

  double mean(ToDoubleFunction<RunResult> figure) {
    return results.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
