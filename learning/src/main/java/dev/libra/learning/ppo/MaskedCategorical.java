package dev.libra.learning.ppo;

import dev.libra.learning.network.DivergedException;
import java.util.random.RandomGenerator;

/**
 * A distribution over the allowed actions of one state, from logits.
 *
 * <p>Masked actions have probability 0 and pass no gradient (Huang, Ontañón, <a
 * href="https://arxiv.org/abs/2006.14171">arXiv:2006.14171</a>).
 */
final class MaskedCategorical {
  private final double[] logProbabilities;
  private final double[] probabilities;
  private final double entropy;

  /**
   * @param logits of several states, one after the other
   * @param from where this state's logits start
   * @param mask of this state
   */
  MaskedCategorical(double[] logits, int from, boolean[] mask) {
    double shift = DivergedException.check("the policy's logit", logSumExp(logits, from, mask));
    logProbabilities = new double[mask.length];
    probabilities = new double[mask.length];
    double sum = 0;
    for (int a = 0; a < mask.length; a++) {
      logProbabilities[a] = mask[a] ? logits[from + a] - shift : Double.NEGATIVE_INFINITY;
      probabilities[a] = mask[a] ? Math.exp(logProbabilities[a]) : 0;
      sum -= mask[a] ? probabilities[a] * logProbabilities[a] : 0;
    }
    entropy = sum;
  }

  private static double logSumExp(double[] logits, int from, boolean[] mask) {
    double max = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < mask.length; a++) {
      max = mask[a] ? Math.max(max, logits[from + a]) : max;
    }
    double sum = 0;
    for (int a = 0; a < mask.length; a++) {
      sum += mask[a] ? Math.exp(logits[from + a] - max) : 0;
    }
    return max + Math.log(sum);
  }

  double logProbability(int action) {
    return logProbabilities[action];
  }

  double probability(int action) {
    return probabilities[action];
  }

  double entropy() {
    return entropy;
  }

  int sample(RandomGenerator random) {
    double left = random.nextDouble();
    int last = -1;
    for (int a = 0; a < logProbabilities.length; a++) {
      if (probabilities[a] > 0) {
        last = a;
        left -= probabilities[a];
        if (left < 0) {
          return a;
        }
      }
    }
    return last; // probabilities that sum to a little less than 1
  }

  /** ∂log π(action) ÷ ∂logit, times a factor, added to {@code gradient}. */
  void addLogProbabilityGradient(int action, double factor, double[] gradient, int from) {
    for (int a = 0; a < logProbabilities.length; a++) {
      gradient[from + a] += factor * ((a == action ? 1 : 0) - probabilities[a]);
    }
  }

  /** ∂entropy ÷ ∂logit, times a factor, added to {@code gradient}. */
  void addEntropyGradient(double factor, double[] gradient, int from) {
    for (int a = 0; a < logProbabilities.length; a++) {
      if (probabilities[a] > 0) {
        gradient[from + a] -= factor * probabilities[a] * (logProbabilities[a] + entropy);
      }
    }
  }
}
