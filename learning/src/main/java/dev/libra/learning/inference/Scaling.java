package dev.libra.learning.inference;

import dev.libra.learning.normalization.NormalizationStatistics;

/** Normalisation in arrays; repeats itself over frames where it has the values of one only. */
final class Scaling {
  private final double[] mean;
  private final double[] scale;
  private final double clip;

  Scaling(NormalizationStatistics statistics) {
    this.mean = statistics.mean().stream().mapToDouble(m -> m).toArray();
    this.scale =
        statistics.variance().stream()
            .mapToDouble(v -> 1 / Math.sqrt(v + NormalizationStatistics.EPSILON))
            .toArray();
    this.clip = statistics.clip();
  }

  int size() {
    return mean.length;
  }

  void apply(double[] from, float[] to) {
    int feature = 0;
    for (int i = 0; i < to.length; i++) {
      double y = (from[i] - mean[feature]) * scale[feature];
      to[i] = (float) Math.max(-clip, Math.min(clip, y));
      feature = feature + 1 == mean.length ? 0 : feature + 1;
    }
  }
}
