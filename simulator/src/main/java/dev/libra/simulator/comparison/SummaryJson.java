package dev.libra.simulator.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code summary.json}: what the report says, for programs; null stands for N/A. */
final class SummaryJson {
  private final ComparisonResult result;

  SummaryJson(ComparisonResult result) {
    this.result = result;
  }

  String text() {
    Plan plan = result.plan();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("complete", result.whole());
    json.put("command", plan.command());
    json.put("service", plan.service());
    json.put("twin", plan.parameters());
    json.put("seeds", plan.replays());
    json.put("tuningBudget", plan.budget());
    json.put("tuningTraces", plan.tuning().stream().map(t -> file(t.file(), t.sha256())).toList());
    json.put("tunedParameters", result.tuned());
    json.put("traces", result.outcomes().stream().map(SummaryJson::trace).toList());
    json.put("overall", Overall.of(result.outcomes()).stream().map(SummaryJson::overall).toList());
    json.put("verdicts", result.verdicts().stream().map(SummaryJson::verdict).toList());
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the summary is no JSON", e);
    }
  }

  private static Map<String, Object> file(Object path, String sha256) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", path.toString());
    json.put("sha256", sha256);
    return json;
  }

  private static Map<String, Object> trace(TraceOutcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("trace", outcome.name());
    json.putAll(file(outcome.played().file().file(), outcome.played().file().sha256()));
    json.put("played", outcome.played().changes());
    json.put("durationS", outcome.played().trace().durationS());
    json.put(
        "clairvoyantPaidReplicaSeconds",
        outcome.bound().map(b -> (Object) b.paidReplicaSeconds()).orElse(null));
    json.put(
        "bestTunedRule", outcome.bestTuned().map(b -> (Object) b.entrant().label()).orElse(null));
    List<Map<String, Object>> standings =
        outcome.standings().stream().map(SummaryJson::standing).toList();
    json.put("policies", standings);
    return json;
  }

  private static Map<String, Object> standing(Standing standing) {
    Map<String, Object> json = new LinkedHashMap<>();
    Entrant entrant = standing.entrant();
    json.put("policy", entrant.policy());
    json.put("form", entrant.form());
    json.put("seed", entrant.seed());
    json.put("parameters", entrant.parameters());
    json.put("replays", standing.rows().size());
    json.put("replaysWithinSlo", standing.kept());
    json.put("sloMet", standing.sloMet());
    json.put("paidReplicaSeconds", standing.sloMet() ? standing.meanPaid() : null);
    json.put("violationShare", standing.meanViolations());
    json.put("failedShare", standing.mean(r -> r.result().requests().failedShare()));
    json.put("p95Ms", standing.mean(r -> r.result().latency().p95Ms()));
    json.put("actions", standing.mean(r -> r.result().changes().actions()));
    json.put("reversals", standing.mean(r -> r.result().changes().reversals()));
    return json;
  }

  private static Map<String, Object> overall(Overall overall) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("policy", overall.label());
    json.put("traces", overall.standings().size());
    json.put("tracesWithinSlo", overall.kept());
    json.put("paidReplicaSeconds", overall.sloMet() ? overall.paidReplicaSeconds() : null);
    json.put("violationShare", overall.violations());
    return json;
  }

  private static Map<String, Object> verdict(Verdict verdict) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("trace", verdict.trace());
    json.put("policy", verdict.policy());
    json.put("seed", verdict.seed());
    json.put("against", verdict.rule());
    json.put("won", verdict.won());
    json.put("sloMet", verdict.sloMet());
    json.put("saving", finite(verdict.saving()));
    json.put(
        "saving95",
        verdict.interval() == null
            ? null
            : List.of(verdict.interval().low(), verdict.interval().high()));
    json.put("wilcoxonP", verdict.pValue());
    json.put("holmP", verdict.corrected());
    json.put("moreViolations", finite(verdict.moreViolations()));
    json.put("gapClosed", finite(verdict.gapClosed()));
    return json;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
