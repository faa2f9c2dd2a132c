package dev.libra.decision.mongo;

import dev.libra.decision.Decision;
import dev.libra.decision.Opinion;
import dev.libra.decision.Outcome;
import dev.libra.decision.Verdict;
import dev.libra.metrics.Sample;
import dev.libra.mongo.Fields;
import dev.libra.mongo.SampleDocument;
import dev.libra.observation.EncodedObservation;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;

/**
 * How a decision is stored and spooled.
 *
 * <pre>{"_id": "1767225600000-search", "service": "search", "at": ISODate(…), "changed": true,
 * "policy": {"name": "hpa", "version": "autoscaling/v2", "digest": "1f2e"}, "mode": "active",
 * "sample": {…}, "observation": {"layout": "libra-1", "values": [0.92, …]},
 * "proposal": {"desired": 3, "reason": "CPU 92 % of 60 % target", "terms": {"cpu": 0.92, …}},
 * "verdicts": [{"guardrail": "step", "reason": "Passed", "sentence": …, "before": 3, "after": 3}, …],
 * "opinions": [{"role": "candidate", "policy": {…}, "proposal": {…}}, …],
 * "before": 1, "applied": 3, "durationMicros": 240, "outcome": {"settledAt": ISODate(…), "p95Ms": 85.0}}
 * </pre>
 *
 * <p>The id starts with the time in ms, so that the store's own index on it orders all decisions by
 * time.
 */
final class DecisionDocument {

  private DecisionDocument() {}

  static String key(Instant at, String service) {
    return "%013d-%s".formatted(at.toEpochMilli(), service);
  }

  /** The document's id of a decision's id, {@code <service>-<ms>}. */
  static String key(String decisionId) {
    int dash = decisionId.lastIndexOf('-');
    long millis = Long.parseLong(decisionId.substring(dash + 1));
    return key(Instant.ofEpochMilli(millis), decisionId.substring(0, dash));
  }

  static Document of(Decision decision) {
    return new Document("_id", key(decision.at(), decision.service()))
        .append("service", decision.service())
        .append("at", Date.from(decision.at()))
        .append("changed", decision.changed())
        .append("policy", ofPolicy(decision.policy()))
        .append("mode", decision.mode())
        .append("sample", ofSample(decision.sample()))
        .append("observation", ofObservation(decision.observation()))
        .append("proposal", ofProposal(decision.proposal()))
        .append("verdicts", decision.verdicts().stream().map(DecisionDocument::ofVerdict).toList())
        .append("opinions", decision.opinions().stream().map(DecisionDocument::ofOpinion).toList())
        .append("before", decision.before())
        .append("applied", decision.applied())
        .append("durationMicros", decision.durationMicros())
        .append("outcome", ofOutcome(decision.outcome()));
  }

  static Decision toDecision(Fields decision) {
    String service = decision.text("service");
    return new Decision(
        decision.instant("at"),
        service,
        decision.nested("policy").map(DecisionDocument::toPolicy).orElse(null),
        decision.text("mode"),
        decision.nested("sample").map(s -> SampleDocument.toSample(service, s)).orElse(null),
        decision.nested("observation").map(DecisionDocument::toObservation).orElse(null),
        decision.nested("proposal").map(DecisionDocument::toProposal).orElse(null),
        decision.list("verdicts").stream().map(DecisionDocument::toVerdict).toList(),
        decision.list("opinions").stream().map(DecisionDocument::toOpinion).toList(),
        decision.integer("before"),
        decision.integer("applied"),
        decision.whole("durationMicros"),
        decision.nested("outcome").map(DecisionDocument::toOutcome).orElse(null));
  }

  static Document ofOutcome(Outcome outcome) {
    return outcome == null
        ? null
        : new Document("settledAt", Date.from(outcome.settledAt()))
            .append("p95Ms", outcome.p95Ms());
  }

  static Outcome toOutcome(Fields outcome) {
    return new Outcome(outcome.instant("settledAt"), outcome.decimal("p95Ms"));
  }

  private static Document ofSample(Sample sample) {
    return sample == null ? null : SampleDocument.of(sample);
  }

  private static Document ofPolicy(PolicyId policy) {
    return new Document("name", policy.name())
        .append("version", policy.version())
        .append("digest", policy.digest());
  }

  private static PolicyId toPolicy(Fields policy) {
    return new PolicyId(policy.text("name"), policy.text("version"), policy.text("digest"));
  }

  private static Document ofObservation(EncodedObservation observation) {
    return observation == null
        ? null
        : new Document("layout", observation.layout()).append("values", observation.values());
  }

  private static EncodedObservation toObservation(Fields observation) {
    return new EncodedObservation(observation.text("layout"), observation.decimals("values"));
  }

  private static Document ofProposal(Proposal proposal) {
    return new Document("desired", proposal.desired())
        .append("reason", proposal.reason())
        .append("terms", new Document(Map.copyOf(proposal.terms())));
  }

  private static Proposal toProposal(Fields proposal) {
    return new Proposal(
        proposal.integer("desired"),
        proposal.text("reason"),
        proposal.nested("terms").map(Fields::decimalsByName).orElse(Map.of()));
  }

  private static Document ofOpinion(Opinion opinion) {
    return new Document("role", opinion.role())
        .append("policy", ofPolicy(opinion.policy()))
        .append("proposal", ofProposal(opinion.proposal()));
  }

  private static Opinion toOpinion(Fields opinion) {
    return new Opinion(
        opinion.text("role"),
        opinion.nested("policy").map(DecisionDocument::toPolicy).orElse(null),
        opinion.nested("proposal").map(DecisionDocument::toProposal).orElse(null));
  }

  private static Document ofVerdict(Verdict verdict) {
    return new Document("guardrail", verdict.guardrail())
        .append("reason", verdict.reason())
        .append("sentence", verdict.sentence())
        .append("before", verdict.before())
        .append("after", verdict.after());
  }

  private static Verdict toVerdict(Fields verdict) {
    return new Verdict(
        verdict.text("guardrail"),
        verdict.text("reason"),
        verdict.text("sentence"),
        verdict.integer("before"),
        verdict.integer("after"));
  }
}
