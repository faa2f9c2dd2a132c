package dev.libra.ui.decisions;

import dev.libra.decision.Decision;
import dev.libra.decision.Opinion;
import dev.libra.decision.Verdict;
import dev.libra.metrics.Sample;
import dev.libra.ui.component.Format;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A decision as names and texts, in the order people ask for them. */
final class DecisionRecord {
  private DecisionRecord() {}

  static Map<String, String> of(Decision decision) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("Time", Format.dateTime(decision.at()));
    record.put("Service", decision.service());
    record.put("Replicas", decision.before() + " → " + decision.applied());
    record.put(
        "Policy",
        decision.policy().name()
            + " "
            + decision.policy().version()
            + ", digest "
            + decision.policy().digest());
    record.put("Mode", decision.mode());
    record.put(
        "Proposal", decision.proposal().desired() + " replicas: " + decision.proposal().reason());
    Terms.of(decision.proposal()).forEach(record::put);
    for (Opinion opinion : decision.opinions()) {
      addOpinion(record, opinion);
    }
    for (Verdict verdict : decision.verdicts()) {
      record.put("Guard rail " + verdict.guardrail(), verdict(verdict));
    }
    addSample(record, decision.sample());
    record.put(
        "Observation",
        decision.observation() == null
            ? "none"
            : decision.observation().layout()
                + ": "
                + decision.observation().values().stream()
                    .map(Format::number)
                    .collect(Collectors.joining(", ")));
    record.put("Decided in", decision.durationMicros() + " µs");
    record.put("Outcome", outcome(decision));
    return record;
  }

  private static void addSample(Map<String, String> record, Sample sample) {
    if (sample == null) {
      record.put("Sample", "none");
      return;
    }
    record.put("Sample of", Format.dateTime(sample.at()));
    record.put(
        "Traffic",
        Format.rate(sample.requestsPerSecond())
            + ", errors "
            + Format.percent(sample.errorRate())
            + ", in flight "
            + sample.inFlight());
    record.put(
        "Latency",
        "mean "
            + Format.ms(sample.meanMs())
            + ", P95 "
            + Format.ms(sample.p95Ms())
            + ", P99 "
            + Format.ms(sample.p99Ms()));
    record.put(
        "Replicas' load",
        sample.replicas().stream()
            .map(
                r ->
                    r.replica()
                        + " "
                        + r.state().name().toLowerCase(java.util.Locale.ROOT)
                        + " CPU "
                        + Format.percent(r.cpu())
                        + " "
                        + Format.megabytes(r.memoryBytes()))
            .collect(Collectors.joining("; ")));
  }

  private static void addOpinion(Map<String, String> record, Opinion opinion) {
    String who = opinion.role() + " " + opinion.policy().name();
    record.put(
        "Wish of " + who,
        opinion.proposal().desired()
            + " replicas: "
            + opinion.proposal().reason()
            + ", digest "
            + opinion.policy().digest());
    Terms.of(opinion.proposal()).forEach((name, text) -> record.put(name + " of " + who, text));
  }

  private static String verdict(Verdict verdict) {
    String text = verdict.reason() + ": " + verdict.sentence();
    return verdict.changed()
        ? text + " (" + verdict.before() + " → " + verdict.after() + ")"
        : text;
  }

  private static String outcome(Decision decision) {
    if (decision.outcome() == null) {
      return decision.changed() ? "not settled yet" : "nothing was changed";
    }
    return "settled at "
        + Format.dateTime(decision.outcome().settledAt())
        + " with P95 "
        + Format.ms(decision.outcome().p95Ms());
  }
}
