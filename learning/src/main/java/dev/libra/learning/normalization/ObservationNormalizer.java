package dev.libra.learning.normalization;

import dev.libra.environment.Restorable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * Turns observations into a network's input: (x − mean) ÷ deviation, clipped to ±10; or as they are
 * if switched off.
 */
public final class ObservationNormalizer implements Restorable {
  private static final double CLIP = 10;

  private final int width;
  private final boolean enabled;
  private final RunningMoments moments;

  /**
   * @param width numbers of an observation
   */
  public ObservationNormalizer(int width, boolean enabled) {
    this.width = width;
    this.enabled = enabled;
    this.moments = new RunningMoments(width);
  }

  /** Learns from a batch of observations. */
  public void observe(double[][] observations) {
    if (enabled) {
      moments.add(observations);
    }
  }

  /** One float row per observation, one after the other. */
  public float[] normalize(double[]... observations) {
    float[] rows = new float[observations.length * width];
    for (int i = 0; i < observations.length; i++) {
      for (int j = 0; j < width; j++) {
        rows[i * width + j] = (float) normalize(j, observations[i][j]);
      }
    }
    return rows;
  }

  /**
   * The same for rows of floats.
   *
   * @param rows as they were observed, one after the other
   */
  public float[] normalize(float[] rows) {
    if (!enabled) {
      return rows;
    }
    float[] normalized = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      normalized[i] = (float) normalize(i % width, rows[i]);
    }
    return normalized;
  }

  private double normalize(int index, double value) {
    if (!enabled) {
      return value;
    }
    double scaled = (value - moments.mean(index)) / moments.deviation(index);
    return Math.max(-CLIP, Math.min(CLIP, scaled));
  }

  /** What a forward pass elsewhere has to apply; empty if observations are taken as they are. */
  public Optional<NormalizationStatistics> statistics() {
    return enabled
        ? Optional.of(NormalizationStatistics.of(moments.mean(), moments.variance(), CLIP))
        : Optional.empty();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    moments.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    moments.restore(in);
  }
}
