package dev.libra.learning.normalization;

import java.util.Arrays;
import java.util.List;

/**
 * How observations are normalised: (x − mean) ÷ √(variance + 1e-8), clipped to ±clip.
 *
 * @param mean of each number of an observation
 * @param variance of each number
 */
public record NormalizationStatistics(List<Double> mean, List<Double> variance, double clip) {

  public NormalizationStatistics {
    mean = List.copyOf(mean);
    variance = List.copyOf(variance);
    if (mean.size() != variance.size()) {
      throw new IllegalArgumentException(
          "mean and variance must be as many, were: " + mean.size() + " and " + variance.size());
    }
  }

  static NormalizationStatistics of(double[] mean, double[] variance, double clip) {
    return new NormalizationStatistics(
        Arrays.stream(mean).boxed().toList(), Arrays.stream(variance).boxed().toList(), clip);
  }
}
