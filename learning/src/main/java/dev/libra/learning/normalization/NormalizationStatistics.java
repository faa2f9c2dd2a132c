package dev.libra.learning.normalization;

import dev.libra.fleet.Check;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How observations are normalised, in training and afterwards: y = clamp((x − mean) ÷ √(variance +
 * {@value #EPSILON}), ±clip), as Stable-Baselines3's VecNormalize does.
 *
 * @param mean per feature of one frame, or per value of all stacked frames
 * @param variance as many as means, none negative
 * @param clip largest absolute value that comes out
 */
public record NormalizationStatistics(List<Double> mean, List<Double> variance, double clip) {
  /** Keeps a feature that never changed from being divided by 0. */
  public static final double EPSILON = 1e-8;

  public NormalizationStatistics {
    mean = List.copyOf(mean);
    variance = List.copyOf(variance);
    Check.between("number of means", mean.size(), 1, 1_000_000);
    Check.between("number of variances", variance.size(), mean.size(), mean.size());
    mean.forEach(m -> Check.between("mean", m, -Double.MAX_VALUE, Double.MAX_VALUE));
    variance.forEach(v -> Check.notNegative("variance", v));
    Check.between("clip", clip, 1e-3, Float.MAX_VALUE);
  }

  /** Leaves values within ±1e9 as they are, but for rounding. */
  public static NormalizationStatistics none(int size) {
    Check.between("size", size, 1, 1_000_000);
    return new NormalizationStatistics(
        Collections.nCopies(size, 0.0), Collections.nCopies(size, 1 - EPSILON), 1e9);
  }

  static NormalizationStatistics of(double[] mean, double[] variance, double clip) {
    return new NormalizationStatistics(
        Arrays.stream(mean).boxed().toList(), Arrays.stream(variance).boxed().toList(), clip);
  }
}
