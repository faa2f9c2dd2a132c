package dev.libra.decision;

import dev.libra.fleet.Check;
import dev.libra.metrics.Sample;
import dev.libra.observation.EncodedObservation;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import java.time.Instant;
import java.util.List;

/**
 * Everything about one decision, so that any scaling can be explained afterwards.
 *
 * @param policy the one that acted
 * @param mode in which mode the service was, as {@code Mode.Kind} names it
 * @param sample what was measured, or null when there was no sample yet
 * @param observation the numbers that the active policy went by, or null without a sample and of a
 *     rule, which goes by the sample as it is
 * @param before replicas wanted before
 * @param applied replicas wanted from now on
 * @param durationMicros time taken to decide, from the tick to the actuator's call without the call
 * @param opinions of policies that were asked on the same observation but don't act
 * @param outcome null until the change has settled, and for decisions that changed nothing
 */
public record Decision(
    Instant at,
    String service,
    PolicyId policy,
    String mode,
    Sample sample,
    EncodedObservation observation,
    Proposal proposal,
    List<Verdict> verdicts,
    List<Opinion> opinions,
    int before,
    int applied,
    long durationMicros,
    Outcome outcome) {

  public Decision {
    Check.present("at", at);
    Check.name("service", service);
    Check.present("policy", policy);
    Check.name("mode", mode);
    Check.present("proposal", proposal);
    verdicts = List.copyOf(verdicts);
    opinions = List.copyOf(opinions);
    Check.notNegative("before", before);
    Check.notNegative("applied", applied);
    Check.notNegative("durationMicros", durationMicros);
  }

  /** Unique and the same however often the decision is stored. */
  public String id() {
    return service + "-" + at.toEpochMilli();
  }

  public boolean changed() {
    return before != applied;
  }

  public Decision withOutcome(Outcome settled) {
    return new Decision(
        at,
        service,
        policy,
        mode,
        sample,
        observation,
        proposal,
        verdicts,
        opinions,
        before,
        applied,
        durationMicros,
        settled);
  }

  /** For example "hpa scaled search 1 → 3: CPU 92 % of 60 % target". */
  public String sentence() {
    String what =
        changed()
            ? " scaled " + service + " " + before + " → " + applied
            : " kept " + service + " at " + applied;
    return policy.name() + what + ": " + proposal.reason() + objections() + otherWishes();
  }

  private String objections() {
    StringBuilder text = new StringBuilder();
    verdicts.stream()
        .filter(Verdict::changed)
        .forEach(v -> text.append("; ").append(v.guardrail()).append(": ").append(v.sentence()));
    return text.toString();
  }

  private String otherWishes() {
    StringBuilder text = new StringBuilder();
    opinions.stream()
        .filter(o -> o.proposal().desired() != proposal.desired())
        .forEach(
            o ->
                text.append("; ")
                    .append(o.role())
                    .append(' ')
                    .append(o.policy().name())
                    .append(" wished for ")
                    .append(o.proposal().desired()));
    return text.toString();
  }
}
