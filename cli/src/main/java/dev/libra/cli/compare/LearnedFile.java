package dev.libra.cli.compare;

import dev.libra.learning.artifact.ArtifactReader;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.policy.LearnedPolicy;
import dev.libra.learning.policy.LearnedPolicySettings;
import dev.libra.policy.fallback.FallbackPolicy;
import dev.libra.policy.hpa.HpaPolicy;
import dev.libra.policy.hpa.HpaSettings;
import dev.libra.simulator.comparison.Entrant;
import java.nio.file.Path;
import java.time.Duration;

/** A policy artifact that takes part, with the fallback that it ships with. */
public final class LearnedFile {
  private static final Duration STALE_AFTER = Duration.ofSeconds(10);

  private LearnedFile() {}

  /**
   * @throws dev.libra.learning.artifact.ArtifactException if the file is no artifact
   */
  public static Entrant read(Path file) {
    PolicyArtifact artifact = ArtifactReader.read(file, LearnedPolicy.layout());
    String about = file + ", digest " + artifact.digest().substring(0, 12);
    return Entrant.learned(
        artifact.manifest().agent(),
        artifact.manifest().provenance().seed(),
        about,
        service ->
            new FallbackPolicy(
                new LearnedPolicy(artifact, LearnedPolicySettings.standard()),
                new HpaPolicy(HpaSettings.stock()),
                STALE_AFTER));
  }
}
