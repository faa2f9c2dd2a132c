package dev.libra.learning.artifact;

import dev.libra.fleet.Check;
import dev.libra.learning.inference.Head;
import dev.libra.learning.inference.ObservationLayout;
import dev.libra.learning.normalization.NormalizationStatistics;
import dev.libra.learning.result.Evaluation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What {@code manifest.json} says of a policy.
 *
 * @param agent {@code ppo} or {@code dqn}
 * @param environment the name of what it was trained in
 * @param head how the model's outputs become scores
 * @param actions names in the order of the scores
 * @param layout of one observation
 * @param frames how many observations the model sees at once
 * @param normaliser the statistics that observations are normalised with
 * @param evaluation of the policy as it is in the artifact
 * @param created kept to the second; has no part in the digest
 */
public record Manifest(
    String agent,
    String environment,
    Head head,
    List<String> actions,
    ObservationLayout layout,
    int frames,
    NormalizationStatistics normaliser,
    Provenance provenance,
    Evaluation evaluation,
    Instant created) {

  public Manifest {
    if (!"ppo".equals(agent) && !"dqn".equals(agent)) {
      throw new IllegalArgumentException("agent must be ppo or dqn, was: " + agent);
    }
    Check.name("environment", environment);
    Check.present("head", head);
    if (agent.equals("ppo") != (head == Head.POLICY)) {
      throw new IllegalArgumentException("head " + head + " doesn't belong to agent " + agent);
    }
    actions = List.copyOf(Check.present("actions", actions));
    Check.present("layout", layout);
    Check.present("normaliser", normaliser);
    Check.present("provenance", provenance);
    Check.present("evaluation", evaluation);
    created = Check.present("created", created).truncatedTo(ChronoUnit.SECONDS);
  }

  Manifest withCreated(Instant instant) {
    return new Manifest(
        agent,
        environment,
        head,
        actions,
        layout,
        frames,
        normaliser,
        provenance,
        evaluation,
        instant);
  }
}
