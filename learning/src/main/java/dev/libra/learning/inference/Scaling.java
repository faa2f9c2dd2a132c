package dev.libra.learning.inference;

import dev.libra.learning.normalization.NormalizationStatistics;

/**
 * Normalisation in arrays, ready for a network; repeats itself over frames where it has the values
 * of one only.
 */
public final class Scaling {
  private final double[] mean;
  private final double[] scale;
  private final double clip;

  public Scaling(NormalizationStatistics statistics) {
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

  /** Writes the normalised values of as many as {@code to} has room for. */
  public void apply(double[] from, float[] to) {
    int feature = 0;
    for (int i = 0; i < to.length; i++) {
      double y = (from[i] - mean[feature]) * scale[feature];
      to[i] = (float) Math.max(-clip, Math.min(clip, y));
      feature = feature + 1 == mean.length ? 0 : feature + 1;
    }
  }
}
