package dev.libra.cli.compare;

import dev.libra.learning.artifact.ArtifactReader;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.policy.LearnedPolicy;
import dev.libra.learning.policy.LearnedPolicySettings;
import dev.libra.observation.ErrorBudget;
import dev.libra.policy.fallback.FallbackPolicy;
import dev.libra.policy.hpa.HpaPolicy;
import dev.libra.policy.hpa.HpaSettings;
import dev.libra.simulator.comparison.Entrant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** A policy artifact that takes part, with the fallback that it ships with. */
public final class LearnedFile {
  private static final Duration STALE_AFTER = Duration.ofSeconds(10);

  /** What {@code libra.policy.learned.late-share} is turned to for the frontier. */
  private static final double[] LATE_SHARES = {0.001, 0.003, 0.01, 0.03, 0.1, 0.3};

  private final Path file;
  private final PolicyArtifact artifact;

  private LearnedFile(Path file, PolicyArtifact artifact) {
    this.file = file;
    this.artifact = artifact;
  }

  /**
   * @throws dev.libra.learning.artifact.ArtifactException if the file is no artifact
   */
  public static LearnedFile read(Path file) {
    return new LearnedFile(file, ArtifactReader.read(file, LearnedPolicy.layout()));
  }

  /** SHA-256 of the artifact. */
  String digest() {
    return artifact.digest();
  }

  /** As shipped. */
  public Entrant entrant() {
    String about = file + ", digest " + artifact.digest().substring(0, 12);
    return Entrant.learned(
        artifact.manifest().agent(),
        artifact.manifest().provenance().seed(),
        about,
        service -> policy(ErrorBudget::standard));
  }

  /** With other error budgets. */
  List<Entrant> turned() {
    Entrant shipped = entrant();
    return DoubleStream.of(LATE_SHARES)
        .mapToObj(
            share ->
                shipped.turned(
                    "late-share " + share, service -> policy(() -> ErrorBudget.allowing(share))))
        .toList();
  }

  private FallbackPolicy policy(Supplier<ErrorBudget> budget) {
    return new FallbackPolicy(
        new LearnedPolicy(artifact, LearnedPolicySettings.standard(), budget.get()),
        new HpaPolicy(HpaSettings.stock()),
        STALE_AFTER);
  }
}
