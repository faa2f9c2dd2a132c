package dev.libra.learning.artifact;

import dev.libra.learning.inference.Head;
import dev.libra.learning.inference.Models;
import dev.libra.learning.inference.ObservationLayout;
import dev.libra.learning.normalization.NormalizationStatistics;
import dev.libra.learning.result.CurvePoint;
import dev.libra.learning.result.Evaluation;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Artifacts for tests. */
final class Artifacts {
  static final ObservationLayout LAYOUT =
      new ObservationLayout("cartpole", 1, List.of("x", "v", "angle", "w"));
  static final List<CurvePoint> CURVE =
      List.of(new CurvePoint(1000, 21.5, 21.5), new CurvePoint(2000, 1 / 3.0, 40));

  private Artifacts() {}

  static PolicyArtifact ppo() {
    return PolicyArtifact.of(
        manifest("ppo", Head.POLICY), Models.trunkWithHeads(1, 4, 8, 2, "logits"), CURVE);
  }

  static Manifest manifest(String agent, Head head) {
    return new Manifest(
        agent,
        "cartpole",
        head,
        List.of("left", "right"),
        LAYOUT,
        1,
        new NormalizationStatistics(
            List.of(0.1, 0.2, 0.3, 1 / 3.0), List.of(1.0, 2e-3, 4.0, 1e-7), 10),
        new Provenance(
            7,
            100_000,
            Map.of("learningRate", "2.5E-4", "epochs", "20"),
            Map.of("diurnal", "ab".repeat(32)),
            "0123456789".repeat(4)),
        new Evaluation(100, 499.5, 1.25),
        Instant.parse("2026-02-03T04:05:06.789Z"));
  }
}
