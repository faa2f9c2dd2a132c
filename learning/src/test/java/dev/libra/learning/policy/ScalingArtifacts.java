package dev.libra.learning.policy;

import dev.libra.TestData;
import dev.libra.environment.SeededRandom;
import dev.libra.learning.artifact.Manifest;
import dev.libra.learning.artifact.PolicyArtifact;
import dev.libra.learning.artifact.Provenance;
import dev.libra.learning.inference.Head;
import dev.libra.learning.inference.Models;
import dev.libra.learning.inference.ObservationLayout;
import dev.libra.learning.network.Activation;
import dev.libra.learning.network.DenseNetwork;
import dev.libra.learning.network.LayerSpec;
import dev.libra.learning.network.NetworkSpec;
import dev.libra.learning.network.Orthogonal;
import dev.libra.learning.normalization.NormalizationStatistics;
import dev.libra.learning.result.Evaluation;
import dev.libra.observation.ObservationEncoder;
import dev.libra.observation.ObservationEncoder.Feature;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Untrained policies for scaling, small and quickly made. */
public final class ScalingArtifacts {
  private static final int FRAMES = 3;
  private static final List<Feature> FEATURES = ObservationEncoder.FEATURES;
  private static final double MARGIN = 16;

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
            statistics(size),
            new Provenance(seed, 1000, Map.of(), Map.of(), "unknown"),
            new Evaluation(10, 1, 1),
            TestData.START);
    return PolicyArtifact.of(
        manifest,
        Models.trunkWithHeads(seed, size * FRAMES, 8, actions.size(), "logits"),
        List.of());
  }

  /** One that expects something of two components of the reward. */
  static PolicyArtifact expecting() {
    int inputs = LearnedPolicy.layout().size() * FRAMES;
    List<LayerSpec> layers =
        Stream.of("cost", "latency")
            .map(
                component ->
                    new LayerSpec(
                        component, NetworkSpec.INPUT, 1, Activation.IDENTITY, new Orthogonal(0.1)))
            .toList();
    DenseNetwork network =
        new DenseNetwork(new NetworkSpec(inputs, 0, layers, List.of("cost", "latency")), 1e-8);
    network.initialize(new SeededRandom(1));
    return small(1).withDecomposition(network.modelBytes());
  }

  /** Everything is usual but margins of 2 and less, which a flood of requests brings. */
  private static NormalizationStatistics statistics(int size) {
    List<Double> highs =
        IntStream.range(0, size)
            .mapToObj(i -> i < FEATURES.size() ? FEATURES.get(i).high() : 1.0)
            .toList();
    List<Double> means = highs.stream().map(high -> high == MARGIN ? 10.0 : 0.0).toList();
    List<Double> variances = highs.stream().map(h -> h == MARGIN ? 0.16 : h * h).toList();
    return new NormalizationStatistics(means, variances, 10);
  }
}
