package dev.libra.learning.inference;

import dev.libra.fleet.Check;
import java.util.Collections;
import java.util.List;

/**
 * Scales features to mean 0 and variance 1 as they were in training, then clips them.
 *
 * <p>y = clamp((x − mean) ÷ √(variance + {@value #EPSILON}), ±clip), as Stable-Baselines3's
 * VecNormalize does.
 *
 * @param mean per feature of one frame, or per value of all stacked frames
 * @param variance as many as means, none negative
 * @param clip largest absolute value that comes out
 */
public record ObservationNormaliser(List<Double> mean, List<Double> variance, double clip) {
  /** Keeps a feature that never changed from being divided by 0. */
  public static final double EPSILON = 1e-8;

  public ObservationNormaliser {
    mean = List.copyOf(mean);
    variance = List.copyOf(variance);
    Check.between("number of means", mean.size(), 1, 1_000_000);
    Check.between("number of variances", variance.size(), mean.size(), mean.size());
    mean.forEach(m -> Check.between("mean", m, -Double.MAX_VALUE, Double.MAX_VALUE));
    variance.forEach(v -> Check.notNegative("variance", v));
    Check.between("clip", clip, 1e-3, Float.MAX_VALUE);
  }

  /** Leaves values within ±1e9 as they are, but for rounding. */
  public static ObservationNormaliser none(int size) {
    Check.between("size", size, 1, 1_000_000);
    return new ObservationNormaliser(
        Collections.nCopies(size, 0.0), Collections.nCopies(size, 1 - EPSILON), 1e9);
  }

  /** The same sums as arrays, which cost a decision no unboxing. */
  Scaling scaling() {
    double[] scale = variance.stream().mapToDouble(v -> 1 / Math.sqrt(v + EPSILON)).toArray();
    return new Scaling(mean.stream().mapToDouble(m -> m).toArray(), scale, clip);
  }
}
