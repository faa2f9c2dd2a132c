package dev.libra.learning.ppo;

/** PPO's loss on a minibatch, part by part, and its gradient. */
final class PpoLossResult {
  private final int size;
  private final double valueCoefficient;
  private final double entropyCoefficient;
  private final double[] logitGradient;
  private final double[] valueGradient;
  private double policySum;
  private double valueSum;
  private double entropySum;
  private double klSum;
  private int clipped;

  PpoLossResult(int size, int logits, double valueCoefficient, double entropyCoefficient) {
    this.size = size;
    this.valueCoefficient = valueCoefficient;
    this.entropyCoefficient = entropyCoefficient;
    this.logitGradient = new double[logits];
    this.valueGradient = new double[size];
  }

  void addPolicy(double loss, double entropy, double kl, boolean outside) {
    policySum += loss;
    entropySum += entropy;
    klSum += kl;
    clipped += outside ? 1 : 0;
  }

  void addValue(double loss) {
    valueSum += loss;
  }

  double total() {
    return policy() + valueCoefficient * value() - entropyCoefficient * entropy();
  }

  double policy() {
    return policySum / size;
  }

  double value() {
    return valueSum / size;
  }

  double entropy() {
    return entropySum / size;
  }

  /** mean(r − 1 − log r), Schulman's estimator: http://joschu.net/blog/kl-approx.html. */
  double approxKl() {
    return klSum / size;
  }

  /** The share of samples whose ratio left the clip range. */
  double clipFraction() {
    return (double) clipped / size;
  }

  double[] logitGradient() {
    return logitGradient;
  }

  double[] valueGradient() {
    return valueGradient;
  }
}
