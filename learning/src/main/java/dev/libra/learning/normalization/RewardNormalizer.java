package dev.libra.learning.normalization;

import dev.libra.environment.Restorable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Divides rewards by the deviation of the discounted return, clipped to ±10, so that values stay of
 * order 1; or leaves them as they are if switched off. The mean is kept: shifting rewards would
 * change what is best.
 */
public final class RewardNormalizer implements Restorable {
  private static final double CLIP = 10;

  private final boolean enabled;
  private final double discount;
  private final double[] returns;
  private final RunningMoments moments = new RunningMoments(1);

  public RewardNormalizer(int environments, double discount, boolean enabled) {
    this.enabled = enabled;
    this.discount = discount;
    this.returns = new double[environments];
  }

  /**
   * Learns from the rewards of one step and scales them.
   *
   * @param rewards one per environment; there may be fewer than environments
   * @param ended where an episode ended with this step
   */
  public double[] normalize(double[] rewards, boolean[] ended) {
    if (!enabled) {
      return rewards.clone();
    }
    double[][] rows = new double[rewards.length][1];
    for (int i = 0; i < rewards.length; i++) {
      returns[i] = returns[i] * discount + rewards[i];
      rows[i][0] = returns[i];
    }
    moments.add(rows);
    double[] scaled = new double[rewards.length];
    for (int i = 0; i < rewards.length; i++) {
      scaled[i] = Math.max(-CLIP, Math.min(CLIP, rewards[i] / moments.deviation(0)));
      returns[i] = ended[i] ? 0 : returns[i];
    }
    return scaled;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    moments.save(out);
    for (double value : returns) {
      out.writeDouble(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    moments.restore(in);
    for (int i = 0; i < returns.length; i++) {
      returns[i] = in.readDouble();
    }
  }
}
