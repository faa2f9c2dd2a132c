package dev.libra.api;

import dev.libra.decision.Decision;
import dev.libra.decision.Opinion;
import dev.libra.decision.Outcome;
import dev.libra.decision.Verdict;
import dev.libra.observation.EncodedObservation;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** Writes decisions whole. */
final class DecisionJson {

  private DecisionJson() {}

  static JsonObjectBuilder of(Decision decision) {
    JsonArrayBuilder verdicts = Json.createArrayBuilder();
    decision.verdicts().stream().map(DecisionJson::of).forEach(verdicts::add);
    JsonArrayBuilder opinions = Json.createArrayBuilder();
    decision.opinions().stream().map(DecisionJson::of).forEach(opinions::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", decision.id())
            .add("at", decision.at().toString())
            .add("service", decision.service())
            .add("sentence", decision.sentence())
            .add("policy", of(decision.policy()))
            .add("mode", decision.mode())
            .add("proposal", of(decision.proposal()))
            .add("verdicts", verdicts)
            .add("opinions", opinions)
            .add("before", decision.before())
            .add("applied", decision.applied())
            .add("durationMicros", decision.durationMicros());
    addOptional(json, decision);
    return json;
  }

  private static void addOptional(JsonObjectBuilder json, Decision decision) {
    if (decision.sample() != null) {
      json.add("sample", SampleJson.of(decision.sample()));
    }
    if (decision.observation() != null) {
      json.add("observation", of(decision.observation()));
    }
    if (decision.outcome() != null) {
      json.add("outcome", of(decision.outcome()));
    }
  }

  static JsonObjectBuilder of(PolicyId policy) {
    return Json.createObjectBuilder()
        .add("name", policy.name())
        .add("version", policy.version())
        .add("digest", policy.digest());
  }

  private static JsonObjectBuilder of(Proposal proposal) {
    JsonObjectBuilder terms = Json.createObjectBuilder();
    proposal.terms().forEach(terms::add);
    return Json.createObjectBuilder()
        .add("desired", proposal.desired())
        .add("reason", proposal.reason())
        .add("terms", terms);
  }

  private static JsonObjectBuilder of(Opinion opinion) {
    return Json.createObjectBuilder()
        .add("role", opinion.role())
        .add("policy", of(opinion.policy()))
        .add("proposal", of(opinion.proposal()));
  }

  private static JsonObjectBuilder of(Verdict verdict) {
    return Json.createObjectBuilder()
        .add("guardrail", verdict.guardrail())
        .add("reason", verdict.reason())
        .add("sentence", verdict.sentence())
        .add("before", verdict.before())
        .add("after", verdict.after());
  }

  private static JsonObjectBuilder of(EncodedObservation observation) {
    JsonArrayBuilder values = Json.createArrayBuilder();
    observation.values().forEach(values::add);
    return Json.createObjectBuilder().add("layout", observation.layout()).add("values", values);
  }

  private static JsonObjectBuilder of(Outcome outcome) {
    return Json.createObjectBuilder()
        .add("settledAt", outcome.settledAt().toString())
        .add("p95Ms", outcome.p95Ms());
  }
}
