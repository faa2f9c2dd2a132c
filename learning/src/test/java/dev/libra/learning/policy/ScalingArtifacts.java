package dev.libra.learning.policy;

import dev.libra.TestData;
import dev.libra.learning.artifact.Manifest;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.artifact.Provenance;
import dev.libra.learning.inference.Head;
import dev.libra.learning.inference.Models;
import dev.libra.learning.inference.ObservationLayout;
import dev.libra.learning.normalization.NormalizationStatistics;
import dev.libra.learning.result.Evaluation;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Untrained policies for scaling, small and quickly made. */
public final class ScalingArtifacts {
  private static final int FRAMES = 3;

  private ScalingArtifacts() {}

  /** One that the loop can use; seeds give different ones. */
  public static PolicyArtifact small(long seed) {
    return of(LearnedPolicy.layout(), List.of("down", "keep", "up"), seed);
  }

  /** One of any layout and actions. */
  public static PolicyArtifact of(ObservationLayout layout, List<String> actions, long seed) {
    int size = layout.size();
    Manifest manifest =
        new Manifest(
            "ppo",
            "scaling",
            Head.POLICY,
            actions,
            layout,
            FRAMES,
            new NormalizationStatistics(
                Collections.nCopies(size, 0.0), Collections.nCopies(size, 0.01), 10),
            new Provenance(seed, 1000, Map.of(), Map.of(), "unknown"),
            new Evaluation(10, 1, 1),
            TestData.START);
    return PolicyArtifact.of(
        manifest,
        Models.trunkWithHeads(seed, size * FRAMES, 8, actions.size(), "logits"),
        List.of());
  }
}
