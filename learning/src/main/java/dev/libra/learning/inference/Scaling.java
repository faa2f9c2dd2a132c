package dev.libra.learning.inference;

/** Normalisation in arrays; repeats itself over frames where it has the values of one only. */
final class Scaling {
  private final double[] mean;
  private final double[] scale;
  private final double clip;

  Scaling(double[] mean, double[] scale, double clip) {
    this.mean = mean;
    this.scale = scale;
    this.clip = clip;
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
