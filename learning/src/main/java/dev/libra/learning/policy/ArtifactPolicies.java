package dev.libra.learning.policy;

import dev.libra.learning.artifact.ArtifactReader;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.observation.ErrorBudget;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyReader;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Learned policies from artifacts, for who finds this by ServiceLoader. */
public final class ArtifactPolicies implements PolicyReader {

  @Override
  public Supplier<Policy> read(Path file, Limits limits) {
    PolicyArtifact artifact = ArtifactReader.read(file, LearnedPolicy.layout());
    LearnedPolicySettings settings =
        new LearnedPolicySettings(limits.beforeUp(), limits.beforeDown(), limits.maxDeviations());
    // What can't be used is refused now, not when it is to decide.
    Rehearsal.of(new LearnedPolicy(artifact, settings));
    double lateShare = limits.lateShare();
    return () -> new LearnedPolicy(artifact, settings, ErrorBudget.allowing(lateShare));
  }
}
