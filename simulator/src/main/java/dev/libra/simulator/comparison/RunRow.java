package dev.libra.simulator.comparison;

import dev.libra.simulator.twin.RunResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run.
 *
 * @param replay seed of the arrivals: the same for every policy
 */
public record RunRow(String trace, Entrant entrant, long replay, RunResult result) {
  /** The columns of {@code results.csv}. */
  public static final List<String> COLUMNS =
      List.of(
          "trace",
          "policy",
          "form",
          "seed",
          "replay",
          "sloMet",
          "violationShare",
          "failedShare",
          "p50Ms",
          "p95Ms",
          "p99Ms",
          "readyReplicaSeconds",
          "paidReplicaSeconds",
          "peakReplicas",
          "actions",
          "reversals");

  double paid() {
    return result.cost().paidReplicaSeconds();
  }

  String csv() {
    return Stream.of(
            trace,
            entrant.policy(),
            entrant.form(),
            entrant.seed(),
            replay,
            result.sloMet(),
            number(result.slo().violationShare(), 6),
            number(result.requests().failedShare(), 6),
            number(result.latency().p50Ms(), 3),
            number(result.latency().p95Ms(), 3),
            number(result.latency().p99Ms(), 3),
            number(result.cost().readyReplicaSeconds(), 1),
            number(paid(), 1),
            result.cost().peakReplicas(),
            result.changes().actions(),
            result.changes().reversals())
        .map(value -> quoted(value.toString()))
        .collect(Collectors.joining(","));
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** RFC 4180. */
  private static String quoted(String value) {
    return value.matches("[^,\"\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
