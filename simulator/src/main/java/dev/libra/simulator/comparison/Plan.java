package dev.libra.simulator.comparison;

import dev.libra.decision.Guardrails;
import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.twin.TwinParameters;
import java.util.HashSet;
import java.util.List;

/**
 * What is compared.
 *
 * @param tests traces to judge on
 * @param tuning traces that rules are tuned on
 * @param rules names of rules, {@code static-min} and {@code static-max} among them
 * @param learned trained policies
 * @param turned the trained policies with their knobs at other positions, for the frontier
 * @param replays seeds of arrivals
 * @param budget points that each rule's search tries
 * @param guardrails those that trained policies ship with
 * @param threads runs at once
 * @param command how to do it again
 */
public record Plan(
    List<TraceFile> tests,
    List<TraceFile> tuning,
    List<String> rules,
    List<Entrant> learned,
    List<Entrant> turned,
    List<Long> replays,
    int budget,
    ServiceSpec service,
    TwinParameters parameters,
    Guardrails guardrails,
    Playback playback,
    int threads,
    String command) {

  public Plan {
    tests = List.copyOf(tests);
    tuning = List.copyOf(tuning);
    rules = List.copyOf(rules);
    learned = List.copyOf(learned);
    turned = List.copyOf(turned);
    replays = List.copyOf(replays);
    Check.between("number of traces", tests.size(), 1, 1000);
    Check.between("number of traces to tune on", tuning.size(), 1, 1000);
    Check.between("number of seeds", replays.size(), 1, 1000);
    Check.between("budget", budget, 1, 100_000);
    Check.between("threads", threads, 1, 256);
    distinct("trace", tests.stream().map(t -> t.trace().name()).toList());
    distinct("seed", replays);
  }

  private static void distinct(String what, List<?> values) {
    if (new HashSet<>(values).size() != values.size()) {
      throw new IllegalArgumentException("each " + what + " may be there once, were: " + values);
    }
  }
}
