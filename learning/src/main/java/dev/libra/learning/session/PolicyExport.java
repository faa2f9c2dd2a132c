package dev.libra.learning.session;

import dev.libra.environment.Environment;
import dev.libra.environment.ObservationSpace;
import dev.libra.learning.agent.Agent;
import dev.libra.learning.artifact.Manifest;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.artifact.Provenance;
import dev.libra.learning.inference.Head;
import dev.libra.learning.inference.ObservationLayout;
import dev.libra.learning.normalization.NormalizationStatistics;
import dev.libra.learning.result.CurvePoint;
import dev.libra.learning.result.Evaluation;
import dev.libra.learning.training.SettingsText;
import dev.libra.learning.training.Training;
import dev.libra.learning.training.TrainingPlan;
import java.time.Clock;
import java.util.List;

/** Makes a training's artifact. */
final class PolicyExport {
  private final SessionSettings settings;
  private final Clock clock;

  PolicyExport(SessionSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  PolicyArtifact of(Training training, Evaluation evaluation, List<CurvePoint> curve) {
    TrainingPlan plan = training.plan();
    Agent agent = training.agent();
    Environment environment = plan.task().environments().get();
    ObservationLayout layout = layout(plan, environment);
    int frames = plan.settings().frameStack();
    Manifest manifest =
        new Manifest(
            plan.settings().algorithm(),
            plan.task().name(),
            Head.of(agent.network().spec().outputs()),
            environment.actionSpace().names(),
            layout,
            frames,
            normaliser(agent, layout.features().size() * frames),
            provenance(plan),
            evaluation,
            clock.instant());
    return PolicyArtifact.of(manifest, agent.network().modelBytes(), curve);
  }

  private static ObservationLayout layout(TrainingPlan plan, Environment environment) {
    List<String> features =
        environment.observationSpace().features().stream()
            .map(ObservationSpace.Feature::name)
            .toList();
    return new ObservationLayout(plan.task().name(), 1, features);
  }

  private static NormalizationStatistics normaliser(Agent agent, int inputs) {
    return agent.normalization().orElse(NormalizationStatistics.none(inputs));
  }

  private Provenance provenance(TrainingPlan plan) {
    return new Provenance(
        plan.seed(),
        plan.steps(),
        SettingsText.write(plan.settings()),
        settings.traces(),
        settings.gitCommit());
  }
}
