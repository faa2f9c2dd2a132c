package dev.libra.learning.session;

import dev.libra.environment.Environment;
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
import java.util.Map;

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
    ObservationLayout layout = plan.task().layout();
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

  private static NormalizationStatistics normaliser(Agent agent, int inputs) {
    return agent.normalization().orElse(NormalizationStatistics.none(inputs));
  }

  private Provenance provenance(TrainingPlan plan) {
    Map<String, String> parameters =
        Provenance.hyperParameters(SettingsText.write(plan.settings()), plan.task().options());
    return new Provenance(
        plan.seed(), plan.steps(), parameters, settings.traces(), settings.gitCommit());
  }
}
